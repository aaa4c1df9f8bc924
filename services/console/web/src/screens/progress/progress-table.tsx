import type { BranchMonthSummary } from '@jifen/contracts';
import { firstMark, formatPeriod, formatShortDay, stageNames, stepMarks, stepNames, waitedStepNames, words } from '@jifen/wording';
import { Empty, type TableColumnsType, Tag } from 'antd';
import { Link } from 'react-router';
import { useReminder } from '../../api/commands.ts';
import type { BranchMonthPage } from '../../api/queries.ts';
import { ConfirmedButton } from '../../parts/buttons.tsx';
import { isSuperiorOf, useSignedIn } from '../../parts/me.ts';
import { waitsForClosingMonth } from '../../parts/months.ts';
import { pagesOf, WideTable } from '../../parts/wide-table.tsx';

export function ProgressTable({ page, onTurn }: { page: BranchMonthPage; onTurn: (page: number) => void }) {
  const pages = pagesOf(page, onTurn);
  return (
    <WideTable<BranchMonthSummary>
      label={words.progress.title}
      width={1120}
      rowKey={({ branchId, period }) => `${branchId}/${period}`}
      columns={columns}
      dataSource={[...page.items]}
      pagination={pages && { ...pages, showTotal: words.shell.total }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.progress.empty} /> }}
    />
  );
}

const { columns: titles } = words.progress;
const placeOf = ({ branchId, period }: BranchMonthSummary) => `/branches/${branchId}/${period}`;

const steps: TableColumnsType<BranchMonthSummary> = stepNames.map((name, index) => ({
  key: name,
  title: `${stepMarks[index]}${name}`,
  width: 112,
  render: (_value, month) => <Step month={month} index={index} />,
}));

const columns: TableColumnsType<BranchMonthSummary> = [
  {
    key: 'branch',
    title: titles.branch,
    fixed: 'start',
    width: 170,
    render: (_value, month) => <Link to={placeOf(month)}>{month.branchName}</Link>,
  },
  {
    key: 'period',
    title: titles.period,
    width: 96,
    render: (_value, { period, broughtIn }) => (
      <span className="nowrap">
        {formatPeriod(period)}
        {broughtIn ? <small className="paper-mark">{words.earlierMonths.mark}</small> : null}
      </span>
    ),
  },
  ...steps,
  {
    key: 'applications',
    title: titles.applications,
    width: 120,
    render: (_value, { counters }) => {
      const { due, applied, late, onBehalf } = counters;
      return <span className="num">{words.progress.counts(due, applied + late, onBehalf, due - applied - late - onBehalf)}</span>;
    },
  },
  {
    key: 'objections',
    title: titles.objections,
    width: 96,
    render: (_value, { counters }) => <span className="num">{words.progress.objections(counters.objections, counters.heldBack)}</span>,
  },
];

/** One step of one branch: done, to be done until when, or not come yet. */
function Step({ month, index }: { month: BranchMonthSummary; index: number }) {
  const now = month.next ? month.next.mark - firstMark : stepNames.length;
  if (index < now) return <span className="muted">{words.progress.done}</span>;
  if (index > now) return <span className="faint">{words.progress.later}</span>;
  return (
    <span className={month.overdue ? 'step-now late' : 'step-now'}>
      {stageOf(month)}
      <small>{whenOf(month)}</small>
      {month.round > 1 ? <Tag>{words.branchMonth.round(month.round)}</Tag> : null}
      <RemindButton month={month} />
    </span>
  );
}

/** A month that only waits for its closing month's meeting. */
const stageOf = ({ stage, decidedWith }: BranchMonthSummary) =>
  decidedWith && stage === 'meeting' ? words.joint.stages[decidedWith.by] : stageNames[stage];

function whenOf(month: BranchMonthSummary): string {
  const { next, overdue, decidedWith } = month;
  const lastDay = next?.lastDay;
  if (decidedWith && waitsForClosingMonth(month)) return words.joint.decided(decidedWith.closing);
  if (lastDay === undefined) return '';
  return overdue ? words.progress.late(formatShortDay(lastDay)) : words.progress.until(formatShortDay(lastDay));
}

/** 催办: for the superior of a branch whose step waits for somebody. */
function RemindButton({ month }: { month: BranchMonthSummary }) {
  const me = useSignedIn();
  const reminder = useReminder();
  const { organisation, branchId, branchName, period, round, next } = month;
  if (!next?.reminds || !isSuperiorOf(me, organisation)) return null;
  const { step } = next;
  return (
    <ConfirmedButton
      size="small"
      aria-label={words.progress.remindOf(branchName, period)}
      question={words.progress.remindConfirm(branchName, period, waitedStepNames[step])}
      onConfirm={() => reminder.mutate({ organisation, branchId, period, round, step })}
      loading={reminder.isPending}
    >
      {words.progress.remind}
    </ConfirmedButton>
  );
}
