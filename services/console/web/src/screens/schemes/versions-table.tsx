import type { SchemeVersionListed, SchemeVersionsPage, SectorName } from '@jifen/contracts';
import { formatDate, localDateOf, words } from '@jifen/wording';
import { Empty, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSchemeVersions } from '../../api/schemes.ts';
import { Shown } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

const said = words.schemes.versions;

const columns: TableColumnsType<SchemeVersionListed> = [
  {
    key: 'version',
    title: said.columns.version,
    width: 90,
    fixed: 'start',
    render: (_value, { id, number }) => <Link to={`/schemes/${id}`}>{words.schemes.version(number)}</Link>,
  },
  { key: 'title', title: said.columns.title, dataIndex: 'title' },
  { key: 'status', title: said.columns.status, width: 110, render: (_value, { status }) => words.schemes.statuses[status] },
  {
    key: 'from',
    title: said.columns.from,
    width: 190,
    render: (_value, { adoption, until }) => (adoption ? said.months(adoption.from, until) : ''),
  },
  {
    key: 'findings',
    title: said.columns.findings,
    width: 160,
    render: (_value, { status, errors, warnings }) => (status === 'draft' ? said.unchecked : said.findings(errors, warnings)),
  },
  { key: 'changed', title: said.columns.changed, width: 180, render: (_value, { changedAt }) => formatDate(localDateOf(changedAt)) },
];

export function VersionsTable({ sector }: { sector: SectorName }) {
  const [page, setPage] = useState(1);
  const versions = useSchemeVersions(sector, page);
  return <Shown query={versions}>{(found) => <Listed found={found} onTurn={setPage} />}</Shown>;
}

function Listed({ found, onTurn }: { found: SchemeVersionsPage; onTurn: (page: number) => void }) {
  if (found.total === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said.empty} />;
  const pagination = { current: found.page, pageSize: found.pageSize, total: found.total, showSizeChanger: false, onChange: onTurn };
  return (
    <WideTable<SchemeVersionListed>
      label={said.title}
      width={900}
      rowKey={({ id }) => id}
      columns={columns}
      dataSource={[...found.items]}
      pagination={found.total > found.pageSize ? pagination : false}
    />
  );
}
