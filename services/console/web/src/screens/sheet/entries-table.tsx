import type { SheetView } from '@jifen/contracts';
import { formatDate, formatSigned, itemName, localDateOf, words } from '@jifen/wording';
import { type TableColumnsType, Tag } from 'antd';
import { usePhone } from '../../parts/use-phone.ts';
import { WideTable } from '../../parts/wide-table.tsx';

type Entry = SheetView['entries'][number];

/** 日期 | 事项 | ± | 依据 | 登记人 | 评定会议; on a phone one below the other. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  const phone = usePhone();
  const newestFirst = entries.toSorted((a, b) => b.at - a.at || b.period.localeCompare(a.period));
  if (phone) return <EntriesList entries={newestFirst} />;
  return (
    <WideTable<Entry>
      label={words.sheet.entries}
      width={760}
      rowKey="id"
      columns={columns}
      dataSource={newestFirst}
      pagination={entries.length > 40 ? { pageSize: 40 } : false}
      locale={{ emptyText: words.sheet.noEntries }}
    />
  );
}

function EntriesList({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <span className="muted">{words.sheet.noEntries}</span>;
  return (
    <ul className="plain-list" aria-label={words.sheet.entries}>
      {entries.map((entry) => (
        <li className="todo" key={entry.id}>
          <div>
            <Item entry={entry} />
            <div>{words.line.grounds(entry)}</div>
            <div className="muted">{words.shell.sentences(factsOf(entry))}</div>
          </div>
          <Amount amount={entry.amount} />
        </li>
      ))}
    </ul>
  );
}

function factsOf({ at, registeredBy, meetingOn }: Entry): string[] {
  const { columns: names } = words.sheet;
  return [
    formatDate(localDateOf(at)),
    registeredBy === undefined ? '' : `${words.shell.labelled(names.registeredBy)}${registeredBy}`,
    meetingOn === undefined ? '' : `${words.shell.labelled(names.meeting)}${formatDate(meetingOn)}`,
  ];
}

function Item({ entry: { item, title, reverses, onBehalf } }: { entry: Entry }) {
  return (
    <span>
      {itemName(item, { title })} {reverses === undefined ? null : <Tag color="warning">{words.sheet.reversal}</Tag>}
      {onBehalf ? <Tag>{words.sheet.onBehalf}</Tag> : null}
    </span>
  );
}

const Amount = ({ amount }: { amount: number }) => <span className={`num ${amount < 0 ? 'changed' : ''}`}>{formatSigned(amount)}</span>;

const columns: TableColumnsType<Entry> = [
  { key: 'date', title: words.sheet.columns.date, width: 170, render: (_value, { at }) => formatDate(localDateOf(at)) },
  {
    key: 'item',
    title: words.sheet.columns.item,
    width: 200,
    render: (_value, entry) => <Item entry={entry} />,
  },
  {
    key: 'amount',
    title: words.sheet.columns.amount,
    width: 80,
    align: 'right',
    render: (_value, { amount }) => <Amount amount={amount} />,
  },
  { key: 'basis', title: words.sheet.columns.basis, render: (_value, entry) => words.line.grounds(entry) },
  { key: 'registeredBy', title: words.sheet.columns.registeredBy, width: 100, render: (_value, { registeredBy }) => registeredBy },
  {
    key: 'meeting',
    title: words.sheet.columns.meeting,
    width: 170,
    render: (_value, { meetingOn }) => (meetingOn === undefined ? words.branchMonth.noValue : formatDate(meetingOn)),
  },
];
