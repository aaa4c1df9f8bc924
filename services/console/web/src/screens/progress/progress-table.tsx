import type { BranchMonthSummary } from '@jifen/contracts';
import { formatDay, formatPeriod, stageNames, stepMarks, stepNames, stepOfStage, words } from '@jifen/wording';
import { Empty, type TableColumnsType, Tag } from 'antd';
import { Link } from 'react-router';
import { WideTable } from '../../parts/wide-table.tsx';

export function ProgressTable({ months }: { months: readonly BranchMonthSummary[] }) {
  return (
    <WideTable<BranchMonthSummary>
      label={words.progress.title}
      width={1000}
      rowKey={({ branchId, period }) => `${branchId}/${period}`}
      columns={columns}
      dataSource={[...months]}
      pagination={months.length > 20 ? { pageSize: 20, showTotal: words.shell.total } : false}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.progress.empty} /> }}
    />
  );
}

const { columns: titles } = words.progress;
const placeOf = ({ branchId, period }: BranchMonthSummary) => `/branches/${branchId}/${period}`;

const columns: TableColumnsType<BranchMonthSummary> = [
  {
    key: 'branch',
    title: titles.branch,
    fixed: 'start',
    width: 180,
    render: (_value, month) => <Link to={placeOf(month)}>{month.branchName}</Link>,
  },
  { key: 'period', title: titles.period, width: 110, render: (_value, { period }) => formatPeriod(period) },
  { key: 'step', title: titles.step, width: 250, render: (_value, month) => <Step month={month} /> },
  { key: 'deadline', title: titles.deadline, width: 190, render: (_value, month) => <Deadline month={month} /> },
  {
    key: 'applications',
    title: titles.applications,
    width: 190,
    render: (_value, { counters }) => {
      const { due, applied, late, onBehalf, absent } = counters;
      return (
        <span className="num">
          {words.progress.counts(due, applied + late, onBehalf, Math.max(0, due - applied - late - onBehalf - absent) + absent)}
        </span>
      );
    },
  },
  {
    key: 'objections',
    title: titles.objections,
    width: 70,
    render: (_value, { counters }) => <span className="num">{counters.objections || ''}</span>,
  },
  {
    key: 'heldBack',
    title: titles.heldBack,
    width: 90,
    render: (_value, { counters }) => <span className="num">{counters.heldBack || ''}</span>,
  },
];

/** Six dots, the present one in red, and its name. */
function Step({ month }: { month: BranchMonthSummary }) {
  const now = stepOfStage[month.stage];
  return (
    <span className="row nowrap">
      <span className="dots" aria-hidden="true">
        {stepNames.map((name, index) => (
          <i key={name} data-state={index < now ? 'done' : index === now ? 'now' : 'later'} title={`${stepMarks[index]}${name}`} />
        ))}
      </span>
      {stageNames[month.stage]}
      {month.round > 1 ? <Tag>{words.branchMonth.round(month.round)}</Tag> : null}
    </span>
  );
}

function Deadline({ month: { lastDay, overdue, stage } }: { month: BranchMonthSummary }) {
  if (lastDay === undefined || stage === 'closed') return <span className="muted">{words.branchMonth.noValue}</span>;
  return (
    <span className={overdue ? 'changed nowrap' : 'nowrap'}>
      {formatDay(lastDay)} {overdue ? <Tag color="error">{words.progress.overdue}</Tag> : null}
    </span>
  );
}
