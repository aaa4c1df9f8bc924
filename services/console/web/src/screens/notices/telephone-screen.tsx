import type { TelephoneList } from '@jifen/contracts';
import { noticeTitle, words } from '@jifen/wording';
import { Card, Collapse, Empty, type TableColumnsType } from 'antd';
import { type MonthKey, useTelephoneList } from '../../api/queries.ts';
import { LinkButton } from '../../parts/buttons.tsx';
import { Shown } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { NoticesPage } from './notices-page.tsx';

type TelephoneRow = TelephoneList['rows'][number];

/** 电话通知单: those whom no mail reaches. Reading it is on record. */
export const TelephoneScreen = () => (
  <NoticesPage title={words.telephone.title} subtitle={words.telephone.subtitle} tools={printed}>
    {(month, branch) => <Telephones month={month} branch={branch} />}
  </NoticesPage>
);

const printed = ({ branchId, period }: MonthKey) => (
  <LinkButton to={`/print/telephone/${branchId}/${period}`} target="_blank">
    {words.shell.print}
  </LinkButton>
);

function Telephones({ month, branch }: { month: MonthKey; branch: string }) {
  return (
    <Shown query={useTelephoneList(month)}>
      {({ rows, period }) => {
        const over = rows.filter(({ due }) => !due);
        const label = words.telephone.over(over.length);
        const table = { branch, period };
        return (
          <div className="stack">
            <Card>
              <TelephoneTable {...table} label={words.telephone.title} rows={rows.filter(({ due }) => due)} />
            </Card>
            {over.length === 0 ? null : (
              <Collapse items={[{ key: 'over', label, children: <TelephoneTable {...table} label={label} rows={over} /> }]} />
            )}
          </div>
        );
      }}
    </Shown>
  );
}

type TableProps = { label: string; rows: readonly TelephoneRow[]; branch: string; period: string };

function TelephoneTable({ label, rows, branch, period }: TableProps) {
  return (
    <WideTable<TelephoneRow>
      label={label}
      width={620}
      rowKey={({ name, template, at }) => `${name}/${template}/${at}`}
      columns={columnsFor(branch, period)}
      dataSource={rows}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.telephone.empty} /> }}
    />
  );
}

function columnsFor(branch: string, period: string): TableColumnsType<TelephoneRow> {
  const { columns } = words.telephone;
  return [
    { key: 'number', title: columns.number, width: 60, render: (_value, _row, index) => <span className="num muted">{index + 1}</span> },
    { key: 'name', title: columns.name, width: 110, render: (_value, { name }) => <span className="strong">{name}</span> },
    { key: 'telephone', title: columns.telephone, width: 180, render: (_value, { telephone }) => <Telephone number={telephone} /> },
    {
      key: 'subject',
      title: columns.subject,
      render: (_value, { template, facts }) => noticeTitle(template, { ...facts, period }, branch),
    },
  ];
}

function Telephone({ number }: { number: string | undefined }) {
  if (number === undefined) return <span className="muted">{words.telephone.noNumber}</span>;
  return (
    <a className="num" href={`tel:${number}`}>
      {number}
    </a>
  );
}
