import type { SchemeInForce, SchemeVersionListed, SchemeVersionsPage, SectorName } from '@jifen/contracts';
import { formatDate, localDateOf, sectorNames, words } from '@jifen/wording';
import { Empty, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSchemeInForce, useSchemeVersions } from '../../api/schemes.ts';
import { DialogButton, PrintButton } from '../../parts/buttons.tsx';
import { holdsCountyPost, useSignedIn } from '../../parts/me.ts';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { pagesOf, WideTable } from '../../parts/wide-table.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { SchemeTable, schemeIn } from './scheme-table.tsx';

const said = words.schemes;
const sectors = Object.keys(sectorNames) as SectorName[];

/** 评分方案: what counts now, for everybody with a post; its versions for the county organisation department. */
export function SchemesScreen() {
  const me = useSignedIn();
  const [address, setAddress] = useSearchParams();
  const asked = sectors.find((sector) => sector === address.get('sector'));
  const sector = asked ?? 'village-community';
  const inForce = useSchemeInForce(sector);
  const choose = (
    <Select<SectorName>
      aria-label={said.sector}
      style={{ width: 170 }}
      value={sector}
      onChange={(chosen) => setAddress({ sector: chosen })}
      options={sectors.map((value) => ({ value, label: sectorNames[value] }))}
    />
  );
  const print = <PrintButton className="no-print" />;
  return (
    <Page title={said.title} subtitle={said.subtitle} actions={[<span key="sector">{choose}</span>, <span key="print">{print}</span>]}>
      <Shown query={inForce}>
        {(scheme) => (
          <>
            {holdsCountyPost(me) ? <Versions key={sector} sector={sector} /> : null}
            <InForce inForce={scheme} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Versions({ sector }: { sector: SectorName }) {
  const draft = (
    <DialogButton type="primary" className="no-print" dialog={(close) => <DraftDialog sector={sector} onClose={close} />}>
      {said.versions.draft}
    </DialogButton>
  );
  return (
    <Panel title={said.versions.title} extra={draft}>
      <VersionsTable sector={sector} />
    </Panel>
  );
}

function InForce({ inForce: { title, scheme, adoption, next } }: { inForce: SchemeInForce }) {
  return (
    <Panel title={said.inForce.title}>
      <div className="stack-small">
        <span className="strong">{title}</span>
        {adoption ? (
          <>
            <span>{said.inForce.adopted(adoption.from, adoption.document.number, adoption.document.on)}</span>
            <span className="muted">{said.inForce.reason(adoption.reason)}</span>
          </>
        ) : (
          <span className="muted">{said.inForce.source}</span>
        )}
        {next ? <span className="now">{said.inForce.next(next.from, next.title)}</span> : null}
      </div>
      <SchemeTable scheme={schemeIn(scheme)} />
    </Panel>
  );
}

const versionColumns: TableColumnsType<SchemeVersionListed> = [
  {
    key: 'version',
    title: said.versions.columns.version,
    width: 90,
    fixed: 'start',
    render: (_value, { id, number }) => <Link to={`/schemes/${id}`}>{said.version(number)}</Link>,
  },
  { key: 'title', title: said.versions.columns.title, dataIndex: 'title' },
  { key: 'status', title: said.versions.columns.status, width: 110, render: (_value, { status }) => said.statuses[status] },
  {
    key: 'from',
    title: said.versions.columns.from,
    width: 190,
    render: (_value, { adoption, until }) => (adoption ? said.versions.months(adoption.from, until) : ''),
  },
  {
    key: 'findings',
    title: said.versions.columns.findings,
    width: 160,
    render: (_value, { status, errors, warnings }) =>
      status === 'draft' ? said.versions.unchecked : said.versions.findings(errors, warnings),
  },
  {
    key: 'changed',
    title: said.versions.columns.changed,
    width: 180,
    render: (_value, { changedAt }) => formatDate(localDateOf(changedAt)),
  },
];

function VersionsTable({ sector }: { sector: SectorName }) {
  const [page, setPage] = useState(1);
  return <Shown query={useSchemeVersions(sector, page)}>{(found) => <Listed found={found} onTurn={setPage} />}</Shown>;
}

function Listed({ found, onTurn }: { found: SchemeVersionsPage; onTurn: (page: number) => void }) {
  if (found.total === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said.versions.empty} />;
  return (
    <WideTable<SchemeVersionListed>
      label={said.versions.title}
      width={900}
      rowKey={({ id }) => id}
      columns={versionColumns}
      dataSource={[...found.items]}
      pagination={pagesOf(found, onTurn)}
    />
  );
}
