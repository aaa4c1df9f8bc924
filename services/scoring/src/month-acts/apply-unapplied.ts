import type { PendingEvent } from '@jifen/service-kit';
import type { Act, ActRefusal, ActStore } from '../acts/act.store.ts';
import { refusalOf } from '../acts/refusal.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { event } from '../outbox/events.ts';
import { type EffectPorts, effectOf } from './effect.ts';

export type UnappliedPorts = EffectPorts & { months: Pick<BranchMonthStore, 'find' | 'update'>; acts: ActStore };
type Applying = { record: BranchMonthRecord; events: PendingEvent[]; applied: Act[]; refused: { act: Act; refusal: ActRefusal }[] };

const attempts = 10;

/**
 * Takes what was effective at once (applications, their withdrawals and confirmations, objections) into its branch-month, with the signals that
 * follow from it. Answers the branch-month as it is then; repeated, it changes nothing. `seen`, if it is given, spares reading the month.
 */
export async function applyUnapplied(
  ports: UnappliedPorts,
  branchId: string,
  period: string,
  seen?: BranchMonthRecord,
): Promise<BranchMonthRecord | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reading = attempt === 0 && seen ? seen : ports.months.find(branchId, period);
    const [record, unapplied] = await Promise.all([reading, ports.acts.unapplied(branchId, period)]);
    if (!record) return undefined;
    if (unapplied.length === 0) return record;
    const applying = await applyTo(ports, record, unapplied);
    const written = await write(ports, record, applying);
    if (written) return written;
  }
  throw new Error(`${branchId}/${period} changed ${attempts} times while acts were applied to it`);
}

async function applyTo(ports: UnappliedPorts, record: BranchMonthRecord, unapplied: readonly Act[]): Promise<Applying> {
  const applying: Applying = { record, events: [], applied: [], refused: [] };
  for (const act of unapplied) {
    const effect = applying.record.actIds.includes(act._id) ? undefined : await effectOf(ports, applying.record, act);
    if (effect && !effect.ok) {
      applying.refused.push({ act, refusal: refusalOf(effect.refusal) });
      continue;
    }
    applying.applied.push(act);
    if (!effect) continue;
    applying.record = effect.value.record;
    applying.events.push(...effect.value.events);
  }
  return applying;
}

/** First the branch-month, then the marks: what is in `actIds` is known again after a crash in between. */
async function write({ months, acts, realNow }: UnappliedPorts, before: BranchMonthRecord, { record, events, applied, refused }: Applying) {
  const changed = record !== before;
  const next = changed ? { ...record, version: before.version + 1 } : before;
  if (changed && (await months.update(next, events)) === 'outdated') return undefined;
  for (const { act, refusal } of refused) await acts.becomeRefused(act._id, refusal, []);
  for (const actId of applied.flatMap(withdrawnBy)) await acts.becomeWithdrawn(actId, []);
  await acts.markApplied(applied.map((act) => ({ actId: act._id, events: followingOf(act, realNow()) })));
  return next;
}

/** What follows an application is told by the act, so that the month is not written once more for it. */
function followingOf({ _id: actId, kind, memberId, period, at }: Act, realNow: number): PendingEvent[] {
  if (kind !== 'application' || memberId === undefined) return [];
  return [event('applied', actId, realNow, { memberId, period, actId, at })];
}

const withdrawnBy = ({ content }: Act): string[] => (content.kind === 'withdraw-application' ? [content.applicationId] : []);

type Known = BranchMonthRecord | undefined;
/** `seen` is the month as somebody has just read it; answers the month as the work has left it. */
type Work = (branchId: string, period: string, seen?: BranchMonthRecord) => Promise<Known>;

/**
 * Work on one month waits for the work on it that has begun; whoever comes meanwhile shares the next. What was written before asking is
 * seen by the work that is waited for, and many who come at once do not contend for the same document, nor read it anew.
 */
export function oneAtATime(work: Work): Work {
  const begun = new Map<string, Promise<Known>>();
  const next = new Map<string, Promise<Known>>();

  const begin = (key: string, branchId: string, period: string, seen: Known) => {
    const running = work(branchId, period, seen).finally(() => begun.delete(key));
    begun.set(key, running);
    return running;
  };

  return (branchId, period, seen) => {
    const key = `${branchId}/${period}`;
    const running = begun.get(key);
    if (!running) return begin(key, branchId, period, seen);
    const waiting = next.get(key);
    if (waiting) return waiting;
    const following = running
      .catch(() => seen)
      .then((left) => {
        next.delete(key);
        return begin(key, branchId, period, left);
      });
    next.set(key, following);
    return following;
  };
}
