import type { SheetView } from '@jifen/contracts';
import { formatDate, formatSigned, itemName, localDateOf, words } from '@jifen/wording';
import { type TableColumnsType, Tag } from 'antd';
import { WideTable } from '../../parts/wide-table.tsx';

type Entry = SheetView['entries'][number];

/** 日期 | 事项 | ± | 依据 | 登记人 | 评定会议. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  return (
    <WideTable<Entry>
      label={words.sheet.entries}
      width={760}
      rowKey="id"
      columns={columns}
      dataSource={entries.toSorted((a, b) => b.at - a.at)}
      pagination={entries.length > 40 ? { pageSize: 40 } : false}
      locale={{ emptyText: words.sheet.noEntries }}
    />
  );
}

const columns: TableColumnsType<Entry> = [
  { key: 'date', title: words.sheet.columns.date, width: 170, render: (_value, { at }) => formatDate(localDateOf(at)) },
  {
    key: 'item',
    title: words.sheet.columns.item,
    width: 200,
    render: (_value, { item, reverses, onBehalf }) => (
      <span>
        {itemName(item)} {reverses === undefined ? null : <Tag color="warning">{words.sheet.reversal}</Tag>}
        {onBehalf ? <Tag>{words.sheet.onBehalf}</Tag> : null}
      </span>
    ),
  },
  {
    key: 'amount',
    title: words.sheet.columns.amount,
    width: 80,
    align: 'right',
    render: (_value, { amount }) => <span className={`num ${amount < 0 ? 'changed' : ''}`}>{formatSigned(amount)}</span>,
  },
  { key: 'basis', title: words.sheet.columns.basis, render: (_value, { basis }) => basis },
  { key: 'registeredBy', title: words.sheet.columns.registeredBy, width: 100, render: (_value, { registeredBy }) => registeredBy },
  {
    key: 'meeting',
    title: words.sheet.columns.meeting,
    width: 170,
    render: (_value, { meetingOn }) => (meetingOn === undefined ? words.branchMonth.noValue : formatDate(meetingOn)),
  },
];
