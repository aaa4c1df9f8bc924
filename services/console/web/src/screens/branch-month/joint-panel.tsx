import type { BranchMonthScreen, JointRow, JointView } from '@jifen/contracts';
import { formatPoints, nameIn, refusalSentence, roleNames, stageNames, words } from '@jifen/wording';
import { Alert, type TableColumnsType, Tag } from 'antd';
import { LinkButton } from '../../parts/buttons.tsx';
import { commonRound } from '../../parts/months.ts';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

type JointMonth = BranchMonthScreen & { joint: JointView };
const isJoint = (month: BranchMonthScreen): month is JointMonth => month.joint !== undefined;

/** 季度评议, 合并评议: which month decides for several, and their common list. */
export function JointPanel({ month }: { month: BranchMonthScreen }) {
  if (!isJoint(month)) return null;
  return month.joint.closing === month.period ? <ClosingMonth month={month} /> : <WaitingMonth month={month} />;
}

function WaitingMonth({ month: { branchId, joint } }: { month: JointMonth }) {
  const { closing } = joint;
  return (
    <Alert
      type="info"
      showIcon
      title={words.joint.waits(closing)}
      description={words.joint.waitsHint(closing)}
      action={<LinkButton to={`/branches/${branchId}/${closing}`}>{words.joint.toClosing(closing)}</LinkButton>}
    />
  );
}

function ClosingMonth({ month }: { month: JointMonth }) {
  const { joint, branchId, period, stage } = month;
  const rows = joint.lists.at(-1)?.rows ?? [];
  const others = joint.months.filter((one) => one.period !== period);
  return (
    <Panel title={words.joint.title(joint)}>
      <span className="muted">{words.joint.once}</span>
      <ul className="plain-list row">
        {others.map((one) => (
          <li key={one.period} className="row">
            <Tag>{words.joint.monthStands(one.period, stageNames[one.stage])}</Tag>
            <LinkButton size="small" to={`/branches/${branchId}/${one.period}`}>
              {words.joint.openMonth(one.period)}
            </LinkButton>
          </li>
        ))}
      </ul>
      {stage === 'meeting' && commonRound(month) ? others.map((one) => <NotReady key={one.period} month={one} />) : null}
      <WideTable<JointRow>
        label={words.joint.list}
        width={220 + joint.months.length * 90}
        rowKey="memberId"
        dataSource={[...rows]}
        columns={columnsOf(joint)}
      />
    </Panel>
  );
}

/** Which month keeps the meeting waiting, and who has to act there. */
function NotReady({ month: { period, stage, waitingFor } }: { month: JointView['months'][number] }) {
  if (stage === 'meeting') return null;
  const names = waitingFor.map(({ role, name }) => `${nameIn(roleNames, role)}${name}`);
  return (
    <Alert
      type="warning"
      showIcon
      title={refusalSentence('other-month-not-ready', { period, status: stage })}
      description={names.length === 0 ? undefined : words.joint.waitsFor(words.shell.names(names))}
    />
  );
}

function columnsOf({ months }: JointView): TableColumnsType<JointRow> {
  const { columns } = words.joint;
  return [
    { key: 'number', title: columns.number, width: 56, render: (_value, _row, index) => <span className="num muted">{index + 1}</span> },
    { key: 'name', title: columns.name, width: 110, render: (_value, { name }) => <span className="strong">{name}</span> },
    ...months.map(({ period }) => ({
      key: period,
      title: words.joint.month(period),
      width: 90,
      render: (_value: unknown, row: JointRow) => <span className="num">{pointsIn(row, period)}</span>,
    })),
    { key: 'total', title: columns.total, render: (_value, { total }) => <span className="num strong">{formatPoints(total)}</span> },
  ];
}

/** A month in which the member has no line on this list says so. */
export function pointsIn({ months }: JointRow, period: string): string {
  const known = months.find((month) => month.period === period);
  return known ? formatPoints(known.points) : words.branchMonth.noValue;
}
