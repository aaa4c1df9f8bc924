import type { OperatedPart, TemporalReport } from '@jifen/contracts';
import { nameIn, words } from '@jifen/wording';
import type { TableColumnsType } from 'antd';
import { Counts } from '../../parts/counts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const { taskColumns: titles, taskKinds, taskQueueNames, processNames } = words.operations;

type TaskQueue = TemporalReport['taskQueues'][number];

/** What waits for workers, who takes it, and how many processes are open. */
export function ProcessesPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const temporal = parts.find(({ report }) => report?.temporal)?.report?.temporal;
  return (
    <Panel title={words.operations.processes}>
      {temporal ? <Temporal {...temporal} /> : <span className="muted">{words.operations.missing}</span>}
    </Panel>
  );
}

function Temporal({ taskQueues, open }: TemporalReport) {
  return (
    <>
      <WideTable<TaskQueue>
        label={words.operations.processes}
        width={460}
        rowKey={({ name, kind }) => `${name}/${kind}`}
        columns={columns}
        dataSource={[...taskQueues]}
      />
      <h3 className="section-title">{words.operations.open}</h3>
      <Counts counts={open.map(({ type, count }) => [nameIn(processNames, type), count])} />
    </>
  );
}

const columns: TableColumnsType<TaskQueue> = [
  { key: 'queue', title: titles.queue, width: 130, render: (_value, { name }) => nameIn(taskQueueNames, name) },
  { key: 'kind', title: titles.kind, width: 90, render: (_value, { kind }) => taskKinds[kind] },
  { key: 'backlog', title: titles.backlog, width: 90, render: (_value, { backlog }) => <span className="num">{backlog}</span> },
  { key: 'pollers', title: titles.pollers, width: 100, render: (_value, { pollers }) => <span className="num">{pollers}</span> },
];
