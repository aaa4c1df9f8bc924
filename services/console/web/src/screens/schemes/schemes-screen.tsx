import type { SchemeInForce, SectorName } from '@jifen/contracts';
import { sectorNames, words } from '@jifen/wording';
import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useSchemeInForce } from '../../api/schemes.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { useSignedIn } from '../../parts/me.ts';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { holdsCountyPost } from '../../parts/posts.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { SchemeTable, schemeIn } from './scheme-table.tsx';
import { VersionsTable } from './versions-table.tsx';

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
  const print = (
    <Button className="no-print" onClick={() => window.print()}>
      {words.shell.print}
    </Button>
  );
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
