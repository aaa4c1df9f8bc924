import { createHash } from 'node:crypto';
import type { ApplicationBody, EarlierLine, EntryLine, FulfilmentLine, LineValuesShape, MemberCard, ObjectionBody } from '@jifen/contracts';
import {
  type Entry,
  type Fulfilment,
  type LineRules,
  type MonthLine,
  memberId as memberIdOf,
  type Participant,
  type Points,
  points,
  pointsFromHundredths,
  type Round,
  subtractPoints,
  type TaskClaim,
  taskPoints,
} from '@jifen/domain';
import type { BranchMonthRecord } from './branch-month.store.ts';

const nothing = points(0);
const everything = 100;

/** The points that a task claim comes to in this month; none when it says something impossible. */
export function claimedPoints({ state }: BranchMonthRecord, participant: Participant, task: TaskClaim): Points {
  const { rates } = state.profile.task;
  const result = taskPoints({ rates, ceiling: state.ceiling, pledgesDue: participant.pledgesDue }, task);
  return result.ok ? result.value : nothing;
}

function given({ item, amount, basis, evidence }: EntryLine): Entry {
  const points = pointsFromHundredths(amount);
  return { item, amount: points, ...(basis === undefined ? {} : { note: basis }), ...(evidence === undefined ? {} : { evidence }) };
}

const taken = (line: EntryLine): Entry => ({ ...given(line), amount: subtractPoints(nothing, pointsFromHundredths(line.amount)) });

function shown({ item, amount, note, evidence }: Entry): EntryLine {
  return {
    item,
    amount: Math.abs(amount),
    ...(note === undefined ? {} : { basis: note }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** What a member claims: their pledges one by one; where nothing was due, all of the month. */
export function applicationLine(
  participant: Pick<Participant, 'memberId' | 'pledgesDue'>,
  { fulfilments, rewards }: Pick<ApplicationBody, 'fulfilments' | 'rewards'>,
): MonthLine {
  const task: TaskClaim =
    participant.pledgesDue.length === 0 && fulfilments.length === 0
      ? { kind: 'stated-progress', percent: everything }
      : {
          kind: 'fulfilments',
          fulfilments: fulfilments.map(fulfilled),
        };
  return { memberId: participant.memberId, base: [], task, reward: rewards.map(given) };
}

const fulfilled = ({ pledgeId, state, sentence }: FulfilmentLine): Fulfilment => ({
  pledgeId,
  rate: state,
  ...(sentence === undefined ? {} : { note: sentence }),
});

/** A line as its paper gives it. */
export function paperLine({ memberId, deductions, task, rewards }: EarlierLine): MonthLine {
  return { memberId: memberIdOf(memberId), base: deductions.map(taken), task: paperTask(task), reward: rewards.map(given) };
}

function paperTask(task: EarlierLine['task']): TaskClaim {
  if (task.kind === 'fulfilments') return { kind: 'fulfilments', fulfilments: task.fulfilments.map(fulfilled) };
  return task.kind === 'decided' ? { kind: 'decided', amount: pointsFromHundredths(task.amount) } : task;
}

/** The line that a person sees and changes: amounts only. */
export function shownLine(record: BranchMonthRecord, participant: Participant, line: MonthLine): LineValuesShape {
  return { deductions: line.base.map(shown), task: claimedPoints(record, participant, line.task), rewards: line.reward.map(shown) };
}

const sumOf = (entries: readonly EntryLine[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

/** One component of a line, as a list of this month says it; of the base what is deducted. */
export function amountOf({ deductions, task, rewards }: LineValuesShape, component: ObjectionBody['component']): number {
  return { base: () => sumOf(deductions), task: () => task, reward: () => sumOf(rewards) }[component]();
}

type Posted = Pick<ObjectionBody, 'round' | 'memberId' | 'component'>;

/** The component of a member's line as a round lists it. */
export function postedAmount(record: BranchMonthRecord, { round, memberId, component }: Posted): number | undefined {
  const isTheirs = (one: { memberId: string }) => one.memberId === memberId;
  const lines = record.state.rounds.find((one) => one.round === round)?.lines ?? [];
  const resolved = lines.find(isTheirs)?.resolved;
  const participant = record.state.participants.find(isTheirs);
  return resolved && participant ? amountOf(shownLine(record, participant, resolved.line), component) : undefined;
}

/** The value of a line before the step that decides on it now. */
export function valueBefore(
  round: Round | undefined,
  memberId: string,
  step: 'register' | 'review' | 'meeting' | 'objection',
): MonthLine | undefined {
  const line = round?.lines.find((candidate) => candidate.memberId === memberId);
  if (!line) return undefined;
  const steps = {
    register: [line.claimed],
    review: [line.registered, line.claimed],
    meeting: [line.reviewed, line.registered],
    objection: [line.resolved],
  };
  return steps[step].find((value) => value !== null)?.line;
}

/** A line as a step decides it. An unchanged task keeps how it came about; nothing for whoever has not applied stays nothing. */
export function monthLineOf(
  record: BranchMonthRecord,
  { memberId, deductions, task, rewards }: LineValuesShape & { memberId: string },
  before: MonthLine | undefined,
): MonthLine {
  const participant = record.state.participants.find((candidate) => candidate.memberId === memberId);
  const kept = before && participant && claimedPoints(record, participant, before.task) === task ? before.task : undefined;
  const claim: TaskClaim =
    kept ?? (before === undefined && task === 0 ? { kind: 'not-applied' } : { kind: 'decided', amount: pointsFromHundredths(task) });
  return { memberId: memberIdOf(memberId), base: deductions.map(taken), task: claim, reward: rewards.map(given) };
}

/** By what a member's line of this month is judged. */
export function rulesOf({ state }: BranchMonthRecord, memberId: string): LineRules {
  const participant = state.participants.find((one) => one.memberId === memberId);
  return { profile: state.profile, ceiling: state.ceiling, pledgesDue: participant?.pledgesDue ?? [] };
}

/** Decisions name the roster they were made for. */
export function rosterHashOf(members: readonly MemberCard[]): string {
  const rows = members.map(({ memberId, standing }) => `${memberId} ${standing}`).sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}
