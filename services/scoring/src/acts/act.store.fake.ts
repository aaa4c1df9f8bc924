import { type PendingEvent, plain } from '@jifen/service-kit';
import { type Plantable, readOnce } from '@jifen/test-kit';
import { type Act, type ActStore, acts } from './act.store.ts';

export type FakeActStore = ActStore & Plantable & { pendingOf(actId: string): PendingEvent[]; all(): Act[] };

type Change = (
  actId: string,
  fits: (act: Act) => boolean,
  next: (act: Act) => Act,
  events?: readonly PendingEvent[],
  gone?: 'fold',
) => void;
type Changes = Pick<ActStore, 'becomeEffective' | 'becomeRefused' | 'becomeWithdrawn' | 'markTold' | 'markApplied'>;

export function fakeActStore(): FakeActStore {
  const documents = new Map<string, object>();
  const reader = readOnce(acts);
  const pending = new Map<string, PendingEvent[]>();
  const read = (actId: string) => reader.found(documents.get(actId));
  const all = () => reader.all([...documents.values()]);
  const keep = (act: Act) => void documents.set(act._id, plain(act));
  const sorted = (wanted: (act: Act) => boolean) =>
    all()
      .filter(wanted)
      .sort((a, b) => a.enteredAt - b.enteredAt);
  const live = (businessKey: string) => all().find((act) => act.live && act.businessKey === businessKey);
  const append = (actId: string, events: readonly PendingEvent[], gone?: string) => {
    const left = (pending.get(actId) ?? []).filter(({ type }) => type !== gone);
    pending.set(actId, [...left, ...events]);
  };
  const change: Change = (actId, fits, next, events = [], gone) => {
    const act = read(actId);
    if (!act || !fits(act)) return;
    keep(next(act));
    append(actId, events, gone);
  };
  return {
    all: () => sorted(() => true),
    pendingOf: (actId) => pending.get(actId) ?? [],
    plant: async (document) => void documents.set(document._id, document),
    find: async (actId) => read(actId),
    findLive: async (businessKey) => live(businessKey),
    insert: async (act, events) => {
      const same = read(act._id);
      if (same) return { outcome: 'repeated', act: same };
      const other = act.live && live(act.businessKey);
      if (other) return { outcome: 'taken', act: other };
      keep(act);
      append(act._id, events);
      return { outcome: 'inserted' };
    },
    ...changesOf(change),
    unapplied: async (branchId, period) => sorted((act) => act.branchId === branchId && act.period === period && act.unfolded === true),
    ofMonth: async ({ branchId, period, kinds }) =>
      sorted((act) => act.branchId === branchId && act.period === period && (!kinds || kinds.includes(act.kind))),
    refusedLate: async ({ personId, since }) =>
      sorted((act) => act.by.personId === personId && act.status === 'refused' && !act.told && act.at >= since)
        .reverse()
        .slice(0, 20),
  };
}

function changesOf(change: Change): Changes {
  return {
    becomeEffective: async (actId, events) =>
      change(
        actId,
        (act) => act.status === 'pending',
        (act) => ({ ...act, status: 'effective' }),
        events,
      ),
    becomeRefused: async (actId, refusal, events) =>
      change(
        actId,
        (act) => act.status === 'pending' || (act.status === 'effective' && act.unfolded === true),
        ({ live: _live, unfolded: _unfolded, ...act }) => ({ ...act, status: 'refused', refusal }),
        events,
      ),
    becomeWithdrawn: async (actId, events) =>
      change(
        actId,
        (act) => act.status === 'effective',
        ({ live: _live, ...act }) => ({ ...act, status: 'withdrawn' }),
        events,
      ),
    markTold: async (actId) =>
      change(
        actId,
        () => true,
        (act) => ({ ...act, told: true }),
      ),
    markApplied: async (applied) => {
      for (const { actId, events } of applied)
        change(
          actId,
          (act) => act.unfolded === true,
          ({ unfolded: _unfolded, ...act }) => act,
          events,
          'fold',
        );
    },
  };
}
