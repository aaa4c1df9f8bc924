import type { PendingEvent } from '@jifen/service-kit';
import { type Kept, type VersionedStore, WriteConflict } from './versioned.store.ts';

type Row<T> = Kept<T> & { cardDue: boolean; pending: PendingEvent[] };

export type FakeVersionedStore<T> = VersionedStore<T> & {
  find(condition: (kept: Kept<T>) => boolean): Kept<T>[];
  pending(): PendingEvent[];
};

const copy = <V>(value: V): V => JSON.parse(JSON.stringify(value));

/** In memory; values are copied in and out as a real store does. */
export function fakeVersionedStore<T>(): FakeVersionedStore<T> {
  const rows = new Map<string, Row<T>>();
  const keptOf = ({ id, version, value }: Row<T>): Kept<T> => copy({ id, version, value });
  const find = (condition: (kept: Kept<T>) => boolean) => [...rows.values()].map(keptOf).filter(condition);
  return {
    find,
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
        const pending = [...(row?.pending ?? []), ...events];
        rows.set(id, { id, version: replaces + 1, value: copy(value), cardDue: cardDue || (row?.cardDue ?? false), pending });
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
