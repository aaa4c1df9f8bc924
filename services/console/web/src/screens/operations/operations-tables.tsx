import type { OperatedPart, TemporalReport } from '@jifen/contracts';
import { nameIn, words } from '@jifen/wording';
import { type TableColumnsType, Tag } from 'antd';
import { Counts, Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const { partColumns, partNames, states, relayColumns, taskColumns } = words.operations;

/** Each process: whether it answers, since when, in which version, and how it bears its load. */
export function PartsPanel({ parts, at }: { parts: readonly OperatedPart[]; at: number }) {
  return (
    <Panel title={words.operations.parts}>
      <WideTable<OperatedPart> label={words.operations.parts} width={720} rowKey="name" columns={columnsAt(at)} dataSource={[...parts]} />
    </Panel>
  );
}

const columnsAt = (at: number): TableColumnsType<OperatedPart> => [
  { key: 'name', title: partColumns.name, fixed: 'start', width: 150, render: (_value, { name }) => partNames[name] },
  { key: 'state', title: partColumns.state, width: 200, render: (_value, part) => <State part={part} /> },
  {
    key: 'since',
    title: partColumns.since,
    width: 90,
    render: (_value, { report }) => (report ? words.operations.duration(Math.max(0, at - report.process.startedAt)) : ''),
  },
  { key: 'version', title: partColumns.version, width: 80, render: (_value, { report }) => report?.process.version ?? '' },
  {
    key: 'memory',
    title: partColumns.memory,
    width: 90,
    render: (_value, { report }) => <Figure>{report && words.operations.megabytes(report.process.residentMb)}</Figure>,
  },
  {
    key: 'delay',
    title: partColumns.delay,
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

type RelayRow = { key: string; what: string; from: string; pending: number | undefined; oldestMs: number | undefined };

/** What each record still has to tell others, and its audit records that are not chained yet. */
export function RelaysPanel({ parts }: { parts: readonly OperatedPart[] }) {
  return (
    <Panel title={words.operations.relays}>
      <WideTable<RelayRow>
        label={words.operations.relays}
        width={520}
        columns={relayTable}
        dataSource={parts.flatMap(relayRowsOf)}
        locale={{ emptyText: words.operations.missing }}
      />
    </Panel>
  );
}

function relayRowsOf({ name, report }: OperatedPart): RelayRow[] {
  const from = partNames[name];
  const { relays: told = [], auditOldestMs } = report ?? {};
  const relays = told.map(({ name: relay, pending, oldestMs }) => {
    return { key: `${name}/${relay}`, what: nameIn(words.operations.relayNames, relay), from, pending, oldestMs };
  });
  if (auditOldestMs === undefined) return relays;
  const audit = { key: `${name}/audit`, what: words.operations.auditRecords, from, pending: undefined };
  return [...relays, { ...audit, oldestMs: auditOldestMs > 0 ? auditOldestMs : undefined }];
}

const relayTable: TableColumnsType<RelayRow> = [
  { key: 'what', title: relayColumns.name, width: 130, render: (_value, { what }) => what },
  { key: 'from', title: relayColumns.from, width: 150, render: (_value, { from }) => <span className="muted">{from}</span> },
  { key: 'pending', title: relayColumns.pending, width: 80, render: (_value, { pending }) => <span className="num">{pending ?? ''}</span> },
  {
    key: 'oldest',
    title: relayColumns.oldest,
    width: 110,
    render: (_value, { oldestMs }) => (oldestMs === undefined ? words.operations.noneWaiting : words.operations.duration(oldestMs)),
  },
];

type TaskQueue = TemporalReport['taskQueues'][number];

/** What waits for workers, who takes it, and how many processes are open. */
export function ProcessesPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const temporal = parts.find(({ report }) => report?.temporal)?.report?.temporal;
  return <Panel title={words.operations.processes}>{temporal ? <Temporal {...temporal} /> : <Missing />}</Panel>;
}

function Temporal({ taskQueues, open }: TemporalReport) {
  return (
    <>
      <WideTable<TaskQueue>
        label={words.operations.processes}
        width={460}
        rowKey={({ name, kind }) => `${name}/${kind}`}
        columns={taskTable}
        dataSource={[...taskQueues]}
      />
      <h3 className="section-title">{words.operations.open}</h3>
      <Counts counts={open.map(({ type, count }) => [nameIn(words.operations.processNames, type), count])} />
    </>
  );
}

const taskTable: TableColumnsType<TaskQueue> = [
  { key: 'queue', title: taskColumns.queue, width: 130, render: (_value, { name }) => nameIn(words.operations.taskQueueNames, name) },
  { key: 'kind', title: taskColumns.kind, width: 90, render: (_value, { kind }) => words.operations.taskKinds[kind] },
  { key: 'backlog', title: taskColumns.backlog, width: 90, render: (_value, { backlog }) => <span className="num">{backlog}</span> },
  { key: 'pollers', title: taskColumns.pollers, width: 100, render: (_value, { pollers }) => <span className="num">{pollers}</span> },
];

/** Of what no part has told. */
export const Missing = () => <span className="muted">{words.operations.missing}</span>;
