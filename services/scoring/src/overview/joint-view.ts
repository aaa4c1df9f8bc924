import type { BranchCard, JointRow, JointView } from '@jifen/contracts';
import { type JointEvaluation, type Line, linesListed, type Participant, type Round, standingValue } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { shownLine } from '../branch-months/lines.ts';
import { applicationStateOf } from './month-rows.ts';
import { waitingFor } from './waiting-for.ts';

type Asked = { record: BranchMonthRecord; beside: readonly BranchMonthRecord[]; card: BranchCard };

/** Where the months stand that are evaluated together; the closing month also shows their common list. */
export function jointView({ record, beside, card }: Asked): JointView | undefined {
  const { joint } = record.state;
  if (!joint) return undefined;
  const months = [...beside, record].sort((a, b) => (a.period < b.period ? -1 : 1));
  const lists = joint.closing === record.period ? listsOf(record, months) : [];
  return { ...headOf(joint), months: months.map((month) => standing(month, card)), lists };
}

const headOf = ({ closing, by }: JointEvaluation) => ({ closing, by });
const standing = (month: BranchMonthRecord, card: BranchCard): JointView['months'][number] => ({
  period: month.period,
  stage: month.stage,
  waitingFor: waitingFor(month, card),
});

/** One list a round that the months have in common; before its meeting, as it would be. */
function listsOf({ state }: BranchMonthRecord, months: readonly BranchMonthRecord[]): JointView['lists'] {
  const rounds = state.rounds.filter(({ origin }) => origin !== 'supplement');
  return rounds.map(({ round }) => ({ round, rows: rowsOf(months, round) }));
}

function rowsOf(months: readonly BranchMonthRecord[], round: number): JointRow[] {
  const rows = new Map<string, JointRow>();
  for (const month of months) {
    for (const { memberId, name, ...line } of linesOf(month, round)) {
      const known = rows.get(memberId) ?? { memberId, name, months: [], total: 0 };
      const months = [...known.months, { period: month.period, ...line }];
      rows.set(memberId, { ...known, months, total: known.total + line.points });
    }
  }
  return [...rows.values()];
}

type ListedLine = Pick<JointRow, 'memberId' | 'name'> & Omit<JointRow['months'][number], 'period'>;

function linesOf(record: BranchMonthRecord, number: number): ListedLine[] {
  const round = record.state.rounds.find((one) => one.round === number && one.origin !== 'supplement');
  const inRosterOrder = [...record.participants].sort((a, b) => a.rosterNumber - b.rosterNumber);
  return inRosterOrder.flatMap(({ memberId, name }) => {
    const line = round && listedLine(round, memberId);
    const participant = record.state.participants.find((one) => one.memberId === memberId);
    if (!line || !participant) return [];
    const reason = (line.resolved ?? line.confirmed ?? line.reviewed)?.reason;
    const application = applicationStateOf(participant);
    return [{ memberId, name, points: pointsOf(record, participant, line), application, ...(reason ? { reason } : {}) }];
  });
}

const listedLine = (round: Round, memberId: string) => linesListed(round).find((line) => line.memberId === memberId);

/** What a line comes to in its month: its task and reward points less what was deducted. */
function pointsOf(record: BranchMonthRecord, participant: Participant, line: Line): number {
  const value = standingValue(line);
  if (!value) return 0;
  const { task, rewards, deductions } = shownLine(record, participant, value);
  const sum = (entries: typeof rewards) => entries.reduce((total, { amount }) => total + amount, 0);
  return task + sum(rewards) - sum(deductions);
}
