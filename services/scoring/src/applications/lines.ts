import type { ApplicationBody, LineValuesShape, memberLine } from '@jifen/contracts';
import {
  type Entry,
  type LineRules,
  type MonthLine,
  memberId,
  type Participant,
  pointsFromHundredths,
  type TaskClaim,
  taskPoints,
} from '@jifen/domain';
import type { z } from 'zod';

type WireEntry = LineValuesShape['rewards'][number];
type WireLine = z.infer<typeof memberLine>;

/** What a line of the record is read with. */
export type RulesOfMonth = Omit<LineRules, 'pledgesDue'> & { readonly participants: readonly Participant[] };

export function rulesFor({ scheme, ceiling, participants }: RulesOfMonth, member: string): LineRules {
  return { scheme, ceiling, pledgesDue: participants.find(({ memberId }) => memberId === member)?.pledgesDue ?? [] };
}

function entryOf({ item, amount, basis, evidence }: WireEntry, sign: 1 | -1): Entry {
  return {
    item,
    amount: pointsFromHundredths(sign * amount),
    ...(basis === undefined ? {} : { note: basis }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function wireEntry({ item, amount, note, evidence }: Entry): WireEntry {
  return {
    item,
    amount: Math.abs(amount),
    ...(note === undefined ? {} : { basis: note }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

const rewardsOf = (entries: readonly WireEntry[]) => entries.map((entry) => entryOf(entry, 1));

/** A month in which nothing is due claims no progress: the branch states it when it registers. */
function claimOf(fulfilments: ApplicationBody['fulfilments'], pledgesDue: LineRules['pledgesDue']): TaskClaim {
  if (pledgesDue.length === 0 && fulfilments.length === 0) return { kind: 'stated-progress', percent: 0 };
  const claimed = fulfilments.map(({ pledgeId, state, sentence }) => ({
    pledgeId,
    rate: state,
    ...(sentence === undefined ? {} : { note: sentence }),
  }));
  return { kind: 'fulfilments', fulfilments: claimed };
}

/** The line that an application claims. */
export function claimedLine(rules: LineRules, member: string, body: Pick<ApplicationBody, 'fulfilments' | 'rewards'>): MonthLine {
  return { memberId: memberId(member), base: [], task: claimOf(body.fulfilments, rules.pledgesDue), reward: rewardsOf(body.rewards) };
}

export function taskAmount({ scheme, ceiling, pledgesDue }: LineRules, task: TaskClaim): number {
  const points = taskPoints({ rates: scheme.components.task.rates, ceiling, pledgesDue }, task);
  return points.ok ? points.value.points : 0;
}

/** An amount that is the one calculated before keeps its calculation; nothing given to who claimed nothing is 本人未申报, not a zero. */
function taskOf(rules: LineRules, amount: number, before: MonthLine | undefined): TaskClaim {
  if (before && taskAmount(rules, before.task) === amount) return before.task;
  if (!before && amount === 0) return { kind: 'not-applied' };
  return { kind: 'decided', amount: pointsFromHundredths(amount) };
}

/** A line as it was sent, against the value of the step before. */
export function decidedLine(rules: LineRules, sent: WireLine, before: MonthLine | undefined): MonthLine {
  return {
    memberId: memberId(sent.memberId),
    base: sent.deductions.map((entry) => entryOf(entry, -1)),
    task: taskOf(rules, sent.task, before),
    reward: rewardsOf(sent.rewards),
  };
}

export function wireLine(rules: LineRules, line: MonthLine): LineValuesShape {
  return { deductions: line.base.map(wireEntry), task: taskAmount(rules, line.task), rewards: line.reward.map(wireEntry) };
}

export const emptyValues: LineValuesShape = { deductions: [], task: 0, rewards: [] };
