import type { PendingEvent } from '@jifen/service-kit';
import type { Act, ActStore } from './act.store.ts';

export type FakeActStore = ActStore & { pendingOf(actId: string): PendingEvent[]; all(): Act[] };

type Change = (
  actId: string,
  fits: (act: Act) => boolean,
  next: (act: Act) => Act,
  events?: readonly PendingEvent[],
  gone?: 'fold',
) => void;
type Changes = Pick<ActStore, 'becomeEffective' | 'becomeRefused' | 'becomeWithdrawn' | 'markTold' | 'markFolded'>;

export function fakeActStore(): FakeActStore {
  const acts = new Map<string, Act>();
  const pending = new Map<string, PendingEvent[]>();
  const copy = (act: Act | undefined) => structuredClone(act);
  const sorted = (wanted: (act: Act) => boolean) =>
    structuredClone([...acts.values()].filter(wanted).sort((a, b) => a.enteredAt - b.enteredAt));
  const live = (businessKey: string) => [...acts.values()].find((act) => act.live && act.businessKey === businessKey);
  const append = (actId: string, events: readonly PendingEvent[], gone?: string) => {
    const left = (pending.get(actId) ?? []).filter(({ type }) => type !== gone);
    pending.set(actId, [...left, ...events]);
  };
  const change: Change = (actId, fits, next, events = [], gone) => {
    const act = acts.get(actId);
    if (!act || !fits(act)) return;
    acts.set(actId, next(act));
    append(actId, events, gone);
  };
  return {
    all: () => sorted(() => true),
    pendingOf: (actId) => pending.get(actId) ?? [],
    find: async (actId) => copy(acts.get(actId)),
    findLive: async (businessKey) => copy(live(businessKey)),
    insert: async (act, events) => {
      const same = acts.get(act._id);
      if (same) return { outcome: 'repeated', act: structuredClone(same) };
      const other = act.live && live(act.businessKey);
      if (other) return { outcome: 'taken', act: structuredClone(other) };
      acts.set(act._id, structuredClone(act));
      append(act._id, events);
      return { outcome: 'inserted' };
    },
    ...changesOf(change),
    unfolded: async (branchId, period) => sorted((act) => act.branchId === branchId && act.period === period && act.unfolded === true),
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
    markFolded: async (folded) => {
      for (const { actId, events } of folded)
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
