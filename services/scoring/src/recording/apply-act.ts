import type { applyAnswer } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { z } from 'zod';
import type { Act, ActRefusal } from '../acts/act.store.ts';
import { refusalOf } from '../acts/refusal.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import type { CoreDeps } from '../deps.ts';
import { effectOf } from '../month-acts/effect.ts';
import { foldActs } from '../month-acts/fold-acts.ts';
import { concludeAct } from './conclude-act.ts';

type Ports = Pick<CoreDeps, 'months' | 'acts' | 'deadlines' | 'cards' | 'clock' | 'realNow' | 'nudge'>;
export type ApplyAnswer = z.infer<typeof applyAnswer>;
export type ApplyRefusal = { code: 'unknown-act'; actId: string };

const attempts = 10;

/**
 * Brings one act to its effect: the branch-month is the place where it is decided whether an act is effective, the act's own status
 * follows it. Repeated, or after a crash anywhere in between, it answers the same.
 */
export async function applyAct(
  ports: Ports,
  actId: string,
  audited: readonly PendingEvent[] = [],
): Promise<Result<ApplyAnswer, ApplyRefusal>> {
  const act = await ports.acts.find(actId);
  if (!act) return refuse({ code: 'unknown-act', actId });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const record = await foldActs(ports, act.branchId, act.period);
    if (!record) return refuse({ code: 'unknown-act', actId });
    const answer = await attemptOn(ports, record, act, audited);
    if (!answer) continue;
    ports.nudge();
    return ok(answer);
  }
  throw new Error(`${act.branchId}/${act.period} changed ${attempts} times while ${actId} was applied`);
}

/** Nothing when somebody else wrote the branch-month meanwhile. */
async function attemptOn(
  ports: Ports,
  record: BranchMonthRecord,
  act: Act,
  audited: readonly PendingEvent[],
): Promise<ApplyAnswer | undefined> {
  if (record.actIds.includes(act._id)) return effective(ports, record, act);
  if (act.status === 'refused') return refused(ports, record, act.refusal);
  const effect = await effectOf(ports, record, act);
  if (!effect.ok) {
    const refusal = refusalOf(effect.refusal);
    await ports.acts.becomeRefused(act._id, refusal, []);
    return refused(ports, record, refusal);
  }
  const next = { ...effect.value.record, version: record.version + 1 };
  const written = await ports.months.update(next, [...audited, ...effect.value.events]);
  return written === 'written' ? effective(ports, next, act) : undefined;
}

async function effective({ acts, clock }: Ports, record: BranchMonthRecord, act: Act): Promise<ApplyAnswer> {
  await concludeAct(acts, act, record);
  return { outcome: 'effective', state: monthStateOf(record), clock: clock.reading() };
}

function refused({ clock }: Ports, record: BranchMonthRecord, refusal: ActRefusal | undefined): ApplyAnswer {
  return { outcome: 'refused', code: refusal?.code ?? 'refused', state: monthStateOf(record), clock: clock.reading() };
}
