import type { OperatedPart } from '@jifen/contracts';
import { nameIn, words } from '@jifen/wording';
import { type TableColumnsType, Tag } from 'antd';
import { Panel } from '../../parts/panel.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const { partColumns: titles, partNames, states } = words.operations;

/** Each process: whether it answers, since when, in which version, and how it bears its load. */
export function PartsPanel({ parts, at }: { parts: readonly OperatedPart[]; at: number }) {
  return (
    <Panel title={words.operations.parts}>
      <WideTable<OperatedPart> label={words.operations.parts} width={720} rowKey="name" columns={columnsAt(at)} dataSource={[...parts]} />
    </Panel>
  );
}

const columnsAt = (at: number): TableColumnsType<OperatedPart> => [
  { key: 'name', title: titles.name, fixed: 'start', width: 150, render: (_value, { name }) => partNames[name] },
  { key: 'state', title: titles.state, width: 200, render: (_value, part) => <State part={part} /> },
  {
    key: 'since',
    title: titles.since,
    width: 90,
    render: (_value, { report }) => (report ? words.operations.duration(Math.max(0, at - report.process.startedAt)) : ''),
  },
  { key: 'version', title: titles.version, width: 80, render: (_value, { report }) => report?.process.version ?? '' },
  {
    key: 'memory',
    title: titles.memory,
    width: 90,
    render: (_value, { report }) => <Figure>{report && words.operations.megabytes(report.process.residentMb)}</Figure>,
  },
  {
    key: 'delay',
    title: titles.delay,
    width: 90,
    render: (_value, { report }) => <Figure>{report && words.operations.milliseconds(report.process.eventLoopDelayMs)}</Figure>,
  },
];

const Figure = ({ children }: { children: string | undefined }) => <span className="num">{children ?? ''}</span>;

function State({ part: { state, report } }: { part: OperatedPart }) {
  if (!report) return <Tag color={state === 'silent' ? 'error' : 'warning'}>{states[state === 'silent' ? 'silent' : 'alive']}</Tag>;
  const { ready, checks } = report.process;
  const lacking = checks.filter(({ ok }) => !ok).map(({ name }) => nameIn(words.operations.checkNames, name));
  if (ready && lacking.length === 0) return <Tag color="success">{states.ready}</Tag>;
  return (
    <span className="row">
      <Tag color={ready ? 'warning' : 'error'}>{ready ? states.limited : states.unready}</Tag>
      <small className="muted">{words.operations.lacking(lacking)}</small>
    </span>
  );
}
