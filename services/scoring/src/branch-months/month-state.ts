import type { KeptState, OpenWait } from '@jifen/contracts';
import { type MonthStepRow, monthSteps } from '@jifen/domain/proceedings';
import type { BranchMonthRecord } from './branch-month.store.ts';
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
  if (!deadline) return [];
  return [{ ...deadline, ...(reminds ? {} : { reminders: [] }), ...(atDeadline === null ? {} : { passes: true as const }) }];
}
