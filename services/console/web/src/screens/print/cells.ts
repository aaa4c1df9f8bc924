import type { ApplicationForm, EntryLine, MonthRow, SchemeItems } from '@jifen/contracts';
import { formatInstant, formatPoints, formatSigned, itemName, memberClassNames, words } from '@jifen/wording';
import { sumOf } from '../branch-month/lines.ts';

const { blank, application: form } = words.print;
const rewardRows = 2;

/** What is not known is left for the pen. */
export const pointsOrBlank = (hundredths: number | undefined) => (hundredths === undefined ? blank : formatPoints(hundredths));

/** A member's row of the 积分考核登记表; what is not on record is left for the pen. */
export function registrationCells(row: MonthRow, items: SchemeItems['deductions']): (string | number)[] {
  const deductionText = ({ item, amount, ...grounds }: EntryLine) =>
    words.branchMonth.entry(itemName(item, { items }), formatSigned(-amount), words.line.grounds(grounds));
  const { rosterNumber, name, groupName = '', claimed, registered } = row;
  const line = registered ?? claimed;
  const absences = (registered?.deductions ?? []).filter(({ item }) => item === 'unexcused-absence');
  const others = (registered?.deductions ?? []).filter(({ item }) => item !== 'unexcused-absence');
  const grounds = (line?.rewards ?? []).map((reward) => words.line.grounds(reward) ?? '');
  return [
    rosterNumber,
    name,
    groupName,
    memberClassNames[row.class],
    words.shell.sentences(absences.map(deductionText)),
    words.shell.sentences(others.map(deductionText)),
    pointsOrBlank(claimed?.task),
    pointsOrBlank(registered?.task),
    line && line.rewards.length > 0 ? formatPoints(sumOf(line.rewards)) : blank,
    words.shell.sentences([...grounds, ...words.application.howApplied(row)]),
    blank,
  ];
}

type Submitted = NonNullable<ApplicationForm['submitted']>;

/** The rewards of the 积分申请表. */
export function rewardCells({
  submitted,
  rewardItems: items,
}: Pick<ApplicationForm, 'rewardItems'> & { submitted?: Pick<Submitted, 'rewards'> | undefined }): string[][] {
  const cells = ({ item, amount, ...grounds }: EntryLine) => [
    itemName(item, { items }),
    words.line.grounds(grounds) ?? blank,
    formatPoints(amount),
  ];
  if (!submitted) return Array.from({ length: rewardRows }, () => [blank, blank, blank]);
  return submitted.rewards.length === 0 ? [[words.shell.none, blank, blank]] : submitted.rewards.map(cells);
}

/** How and when the application came in. */
export function cameIn(submitted: Pick<Submitted, 'at' | 'onBehalf' | 'confirmedAt' | 'lateReason' | 'paper'>): string[] {
  const { at, onBehalf, confirmedAt } = submitted;
  const confirmed = confirmedAt === undefined ? undefined : formatInstant(confirmedAt);
  const first = onBehalf ? form.onBehalf(formatInstant(at), confirmed) : form.applied(formatInstant(at));
  return [first, ...words.application.howApplied(submitted)];
}
