import type { OperationsScreen as Operations, OperationsFinding } from '@jifen/contracts';
import { describeFinding, formatInstant, words } from '@jifen/wording';
import { Alert } from 'antd';
import { useOperations } from '../../api/queries.ts';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { MailPanel } from './mail-panel.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { ProcessesPanel } from './processes-panel.tsx';
import { RelaysPanel } from './relays-panel.tsx';
import { StoresPanel } from './stores-panel.tsx';

/** 运行状况: what needs an act first, then every figure. */
export function OperationsScreen() {
  const operations = useOperations();
  return (
    <Page title={words.operations.title} subtitle={words.operations.subtitle}>
      {operations.data && operations.error ? <Alert type="warning" showIcon title={words.operations.stale} /> : null}
      <Shown query={operations}>{(told) => <Told told={told} />}</Shown>
    </Page>
  );
}

function Told({ told: { at, findings, parts } }: { told: Operations }) {
  return (
    <>
      <Findings findings={findings} />
      <span className="muted">{words.operations.readAt(formatInstant(at))}</span>
      <PartsPanel parts={parts} at={at} />
      <StoresPanel parts={parts} />
      <RelaysPanel parts={parts} />
      <ProcessesPanel parts={parts} />
      <MailPanel parts={parts} />
    </>
  );
}

const grave: readonly OperationsFinding['code'][] = ['part-silent', 'store-away', 'audit-behind', 'nobody-polls'];

function Findings({ findings }: { findings: Operations['findings'] }) {
  if (findings.length === 0) return <Alert role="status" type="success" showIcon title={words.operations.allWell} />;
  return (
    <div className="stack-small" role="status">
      {findings.map((finding) => {
        const { title, act } = describeFinding(finding);
        const type = grave.includes(finding.code) ? 'error' : 'warning';
        return <Alert key={title} type={type} showIcon title={title} description={act} />;
      })}
    </div>
  );
}
