import type { KeptState, OpenWait } from '@jifen/contracts';
import { type MonthStepRow, monthSteps } from '@jifen/domain/proceedings';
import type { BranchMonthRecord } from './branch-month.store.ts';
import { nextObjectionWait } from './objection-waits.ts';
import { nextStepOf } from './step-deadline.ts';

/** What the processes know of a month. */
export function monthStateOf(record: BranchMonthRecord): KeptState {
  const { version, stage, round, rosterHash, actIds } = record;
  const [step, ...later] = stepsFrom(stage);
  const accepts = step ? readyIn(step, record) : [];
  return {
    version,
    stage,
    ...(step ? { process: step.process } : {}),
    round,
    rosterHash,
    deadlines: waitsOf(record),
    accepts,
    acceptsLater: kindsOf(step ? [step, ...later] : []).filter((kind) => !accepts.includes(kind)),
    actIds,
    awaitingProjection: record.awaitingProjection !== undefined,
  };
}

const stepsFrom = (stage: string): readonly MonthStepRow[] => {
  const at = monthSteps.findIndex((step) => step.stage === stage);
  return at === -1 ? [] : monthSteps.slice(at);
};

const kindsOf = (steps: readonly MonthStepRow[]): string[] => [...new Set(steps.flatMap(({ decides }) => Object.keys(decides)))];

/** What is decided on the list of a resolution waits until its lines are in the ledger. */
function readyIn({ decides }: MonthStepRow, { awaitingProjection }: BranchMonthRecord): string[] {
  const ready = Object.entries(decides).filter(([, { joint }]) => awaitingProjection === undefined || !joint);
  return ready.map(([kind]) => kind);
}

function waitsOf(record: BranchMonthRecord): OpenWait[] {
  const { deadline, atDeadline, reminds } = nextStepOf(record);
  const ofStep = deadline && {
    ...deadline,
    ...(reminds ? {} : { reminders: [] }),
    ...(atDeadline === null ? {} : { passes: true as const }),
  };
  return [...(ofStep ? [ofStep] : []), ...answerAwaited(record)];
}

/** Of several objections the one that is due first: reminders of a step are counted together. */
function answerAwaited(record: BranchMonthRecord): OpenWait[] {
  const wait = nextObjectionWait(record);
  if (!wait) return [];
  const { dueAt, lastDay, reminders } = wait;
  return [{ step: 'objection', dueAt, lastDay, reminders }];
}
