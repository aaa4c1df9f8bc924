import type { BranchMonthScreen, JointRow, JointView } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { pointsIn } from '../branch-month/joint-panel.tsx';
import { pointsOrBlank } from './cells.ts';
import { FormTable } from './paper.tsx';

const { columns } = words.joint;

/** The months that a form of the closing month is for; a form of a single month has none. */
export const jointIn = ({ joint, period }: BranchMonthScreen): JointView | undefined => (joint?.closing === period ? joint : undefined);

const monthColumns = (joint: JointView) => joint.months.map(({ period }) => words.joint.month(period));
const monthCells = (joint: JointView, row: JointRow, absent: string) =>
  joint.months.map(({ period }) => (row.months.some((month) => month.period === period) ? pointsIn(row, period) : absent));

/** 党员大会评定记录: every member with the points of each month and their sum. */
export function JointLines({ joint }: { joint: JointView }) {
  const rows = joint.lists.at(-1)?.rows ?? [];
  return (
    <FormTable
      label={words.print.meeting.resolution}
      widths={[12, 22, ...joint.months.map(() => 22), 22, 0]}
      columns={[columns.number, columns.name, ...monthColumns(joint), columns.total, words.print.meeting.lines.at(-1) ?? '']}
      rows={rows.map((row, index) => [
        index + 1,
        row.name,
        ...monthCells(joint, row, words.print.blank),
        formatPoints(row.total),
        words.shell.sentences(row.months.flatMap(({ period, reason }) => (reason ? [words.joint.of(period, reason)] : []))),
      ])}
    />
  );
}

const { remarks } = words.print.publicity;

/** 本人未申报 and 逾期补报, with the months of which they are true. */
function remarkOf({ months }: JointRow): string {
  const said = [...new Set(months.map(({ application }) => remarks[application]))].filter((remark) => remark !== '');
  const inMonths = (remark: string) => months.filter(({ application }) => remarks[application] === remark).map(({ period }) => period);
  return words.shell.sentences(said.map((remark) => words.joint.remark(inMonths(remark), remark)));
}

/** 积分公示表 of several months: what is held back in one of them is not in its column. */
export function JointPublicity({ month, joint, round }: { month: BranchMonthScreen; joint: JointView; round: number }) {
  const rows = joint.lists.find((list) => list.round === round)?.rows ?? [];
  const yearToDate = ({ memberId }: JointRow) => month.rows.find((row) => row.memberId === memberId)?.yearToDate;
  return (
    <FormTable
      label={words.joint.publicityTitle(month.branchName, joint)}
      columns={[columns.number, columns.name, ...monthColumns(joint), columns.total, columns.yearToDate, columns.remark]}
      rows={rows.map((row, index) => [
        index + 1,
        row.name,
        ...monthCells(joint, row, words.joint.apart),
        formatPoints(row.total),
        pointsOrBlank(yearToDate(row)),
        remarkOf(row),
      ])}
    />
  );
}
