import type { DeliveryLog } from '@jifen/contracts';
import { formatInstant, mailStateNames, noticeTitle, words } from '@jifen/wording';
import { Card, Empty, type TableColumnsType, Tag } from 'antd';
import { type MonthKey, useDeliveries } from '../../api/queries.ts';
import { Shown } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { NoticesPage } from './notices-page.tsx';

type Row = DeliveryLog['items'][number];
const colours: Partial<Record<Row['state'], string>> = { sent: 'success', rejected: 'error', unknown: 'warning', 'no-address': 'warning' };

/** 发送记录: what became of each mail. */
export const DeliveriesScreen = () => (
  <NoticesPage title={words.delivery.title} subtitle={words.delivery.subtitle}>
    {(month, branch) => <Deliveries month={month} branch={branch} />}
  </NoticesPage>
);

function Deliveries({ month, branch }: { month: MonthKey; branch: string }) {
  return (
    <Shown query={useDeliveries(month)}>
      {({ items, total }) => (
        <Card>
          <WideTable<Row>
            label={words.delivery.title}
            width={900}
            rowKey="id"
            columns={columnsFor(branch)}
            dataSource={items.toSorted((a, b) => b.at - a.at)}
            pagination={items.length > 20 ? { pageSize: 20, showTotal: () => words.shell.total(total) } : false}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.delivery.empty} /> }}
          />
        </Card>
      )}
    </Shown>
  );
}

function columnsFor(branch: string): TableColumnsType<Row> {
  const { columns } = words.delivery;
  return [
    { key: 'at', title: columns.at, width: 210, render: (_value, { at }) => formatInstant(at) },
    {
      key: 'recipient',
      title: columns.recipient,
      width: 110,
      render: (_value, { recipientName }) => recipientName ?? words.delivery.unnamed,
    },
    {
      key: 'subject',
      title: columns.subject,
      render: (_value, { template, facts, period }) => noticeTitle(template, { ...facts, period }, branch),
    },
    {
      key: 'state',
      title: columns.state,
      width: 190,
      render: (_value, { state }) => <Tag color={colours[state] ?? 'default'}>{mailStateNames[state]}</Tag>,
    },
    { key: 'attempts', title: columns.attempts, width: 70, render: (_value, { attempts }) => <span className="num">{attempts}</span> },
    { key: 'error', title: columns.error, width: 180, render: (_value, { lastError }) => <span className="muted">{lastError}</span> },
  ];
}
