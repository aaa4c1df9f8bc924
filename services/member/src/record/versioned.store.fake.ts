import { type PendingEvent, plain } from '@jifen/service-kit';
import { type Kept, type KeptReader, type VersionedStore, WriteConflict } from './versioned.store.ts';

type Document = { _id: string };
type Row = { document: Document; version: number; cardDue: boolean; pending: PendingEvent[] };

export type FakeVersionedStore<T> = VersionedStore<T> & {
  find(condition: (kept: Kept<T>) => boolean): Kept<T>[];
  pending(): PendingEvent[];
  plant(document: Document): Promise<void>;
};

/** In memory; documents are written and read as a real store does. */
export function fakeVersionedStore<T>(reader: KeptReader<T>): FakeVersionedStore<T> {
  const rows = new Map<string, Row>();
  const keptOf = ({ document }: Row): Kept<T> => reader.one(plain(document));
  const find = (condition: (kept: Kept<T>) => boolean) => [...rows.values()].map(keptOf).filter(condition);
  return {
    find,
    plant: async (document) => void rows.set(document._id, { document, version: 1, cardDue: false, pending: [] }),
    pending: () => [...rows.values()].flatMap((row) => row.pending),
    byIds: async (ids) => find((kept) => ids.includes(kept.id)),
    async write(writes) {
      let lost = 0;
      for (const { id, value, replaces, events = [], cardDue = false } of writes) {
        const row = rows.get(id);
        if ((row?.version ?? 0) !== replaces) {
          lost += 1;
          continue;
        }
        const version = replaces + 1;
        const pending = [...(row?.pending ?? []), ...events];
        const document = plain({ _id: id, version, value });
        rows.set(id, { document, version, cardDue: cardDue || (row?.cardDue ?? false), pending });
      }
      if (lost > 0) throw new WriteConflict('fake');
    },
    withCardDue: async (limit) =>
      [...rows.values()]
        .filter((row) => row.cardDue)
        .slice(0, limit)
        .map(keptOf),
    async cardsDelivered(kept) {
      for (const { id, version } of kept) {
        const row = rows.get(id);
        if (row?.version === version) row.cardDue = false;
      }
    },
  };
}
