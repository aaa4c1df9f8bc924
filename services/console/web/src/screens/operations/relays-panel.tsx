import type { BacklogReport, OperatedPart } from '@jifen/contracts';
import { nameIn, words } from '@jifen/wording';
import type { TableColumnsType } from 'antd';
import { Panel } from '../../parts/panel.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const { relayColumns: titles, partNames, relayNames } = words.operations;

type Row = { key: string; what: string; from: string; pending: number | undefined; oldestMs: number | undefined };

/** What each record still has to tell others, and its audit records that are not chained yet. */
export function RelaysPanel({ parts }: { parts: readonly OperatedPart[] }) {
  return (
    <Panel title={words.operations.relays}>
      <WideTable<Row>
        label={words.operations.relays}
        width={520}
        columns={columns}
        dataSource={parts.flatMap(rowsOf)}
        locale={{ emptyText: words.operations.missing }}
      />
    </Panel>
  );
}

function rowsOf({ name, report }: OperatedPart): Row[] {
  const from = partNames[name];
  const relays = (report?.relays ?? []).map((relay) => rowOf(name, from, relay));
  const { auditOldestMs } = report ?? {};
  if (auditOldestMs === undefined) return relays;
  const audit = { key: `${name}/audit`, what: words.operations.auditRecords, from, pending: undefined };
  return [...relays, { ...audit, oldestMs: auditOldestMs > 0 ? auditOldestMs : undefined }];
}

const rowOf = (part: string, from: string, { name, pending, oldestMs }: BacklogReport): Row => ({
  key: `${part}/${name}`,
  what: nameIn(relayNames, name),
  from,
  pending,
  oldestMs,
});

const columns: TableColumnsType<Row> = [
  { key: 'what', title: titles.name, width: 130, render: (_value, { what }) => what },
  { key: 'from', title: titles.from, width: 150, render: (_value, { from }) => <span className="muted">{from}</span> },
  { key: 'pending', title: titles.pending, width: 80, render: (_value, { pending }) => <span className="num">{pending ?? ''}</span> },
  {
    key: 'oldest',
    title: titles.oldest,
    width: 110,
    render: (_value, { oldestMs }) => (oldestMs === undefined ? words.operations.noneWaiting : words.operations.duration(oldestMs)),
  },
];
