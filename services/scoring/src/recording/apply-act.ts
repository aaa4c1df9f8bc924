import type { applyAnswer, BranchCard, Clock } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { z } from 'zod';
import type { Act, ActRefusal, ActStore } from '../acts/act.store.ts';
import { refusalOf } from '../acts/refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import type { Wake } from '../outbox/events.ts';
import type { Subjects } from './subject-row.ts';

export type ApplyPorts = { subjects: Subjects; acts: ActStore; clock: { reading(): Clock }; wake: Wake };
export type ApplyAnswer = z.infer<typeof applyAnswer>;
export type ApplyRefusal = { code: 'unknown-act'; actId: string };

const attempts = 10;

/**
 * Brings one act to its effect: its record is the place where it is decided whether an act is effective, the act's own status follows it.
 * Repeated, or after a crash anywhere in between, it answers the same.
 */
export async function applyAct(
  ports: ApplyPorts,
  actId: string,
  audited: readonly PendingEvent[] = [],
): Promise<Result<ApplyAnswer, ApplyRefusal>> {
  const act = await ports.acts.find(actId);
  if (!act) return refuse({ code: 'unknown-act', actId });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const row = ports.subjects[act.subject.kind];
    const [record, branch] = await Promise.all([row.upToDate(act.subject), row.branchOf(act)]);
    if (!record) return refuse({ code: 'unknown-act', actId });
    const answer = await attemptOn(ports, { record, branch }, act, audited);
    if (!answer) continue;
    ports.wake();
    return ok(answer);
  }
  throw new Error(`${act.branchId}/${act.period} changed ${attempts} times while ${actId} was applied`);
}

/** Nothing when somebody else wrote the record meanwhile. */
async function attemptOn(
  ports: ApplyPorts,
  { record, branch }: { record: BranchMonthRecord; branch: BranchCard | undefined },
  act: Act,
  audited: readonly PendingEvent[],
): Promise<ApplyAnswer | undefined> {
  const row = ports.subjects[act.subject.kind];
  if (record.actIds.includes(act._id)) return effective(ports, record, act);
  if (act.status === 'refused') return refused(ports, record, act, act.refusal);
  const effect = await row.effect(record, act, branch);
  if (!effect.ok) {
    const refusal = refusalOf(effect.refusal);
    await ports.acts.becomeRefused(act._id, refusal, []);
    return refused(ports, record, act, refusal);
  }
  const next = { ...effect.value.record, version: record.version + 1 };
  const written = await row.update(next, [...audited, ...effect.value.events]);
  return written === 'written' ? effective(ports, next, act) : undefined;
}

async function effective({ subjects, acts, clock }: ApplyPorts, record: BranchMonthRecord, act: Act): Promise<ApplyAnswer> {
  const row = subjects[act.subject.kind];
  await concludeAct(acts, act, row.propagated(record, act));
  return { outcome: 'effective', state: row.stateOf(record), clock: clock.reading() };
}

function refused(
  { subjects, clock }: ApplyPorts,
  record: BranchMonthRecord,
  { subject }: Act,
  refusal: ActRefusal | undefined,
): ApplyAnswer {
  return { outcome: 'refused', code: refusal?.code ?? 'refused', state: subjects[subject.kind].stateOf(record), clock: clock.reading() };
}

/** What follows for the acts themselves once their record contains one; `propagated` is for the others. Repeated, it changes nothing. */
export async function concludeAct(acts: ActStore, act: Act, propagated: readonly PendingEvent[]): Promise<void> {
  if (act.content.kind === 'withdraw') await acts.becomeWithdrawn(act.content.actId, []);
  await acts.becomeEffective(act._id, propagated);
}
