import type { MailReport, OperatedPart, OperationsScreen as Operations, OperationsFinding, QueueReport } from '@jifen/contracts';
import { describeFinding, formatInstant, mailStateNames, words } from '@jifen/wording';
import { Alert, Tag } from 'antd';
import { useOperations } from '../../api/queries.ts';
import { Counts, Page, Panel, Shown } from '../../parts/page.tsx';
import { Missing, PartsPanel, ProcessesPanel, RelaysPanel } from './operations-tables.tsx';

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

const stores = [
  ['document-store', 'store'],
  ['redis', 'redis'],
  ['temporal', 'temporal'],
] as const;

/** As those see them who use them: one that misses a store says so for all. */
function StoresPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const checks = parts.flatMap(({ report }) => report?.process.checks ?? []);
  return (
    <Panel title={words.operations.stores}>
      <ul className="plain-list row">
        {stores.map(([store, check]) => (
          <li key={store} className="row">
            {words.operations.storeNames[store]}
            <Reachable found={checks.filter(({ name }) => name === check)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reachable({ found }: { found: readonly { ok: boolean }[] }) {
  if (found.length === 0) return <Tag>{words.operations.notTold}</Tag>;
  return found.every(({ ok }) => ok) ? (
    <Tag color="success">{words.operations.reachable}</Tag>
  ) : (
    <Tag color="error">{words.operations.away}</Tag>
  );
}

/** The mails in the record, and the queue that carries them. */
function MailPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const report = parts.find(({ name }) => name === 'notification')?.report;
  return (
    <Panel title={words.operations.mails} extra={<span className="muted">{words.operations.mailsHint}</span>}>
      {report?.mails ? <Mails {...report.mails} /> : <Missing />}
      <h3 className="section-title">{words.operations.queue}</h3>
      {report?.queues ? report.queues.map((queue) => <Queue key={queue.name} {...queue} />) : <Missing />}
    </Panel>
  );
}

function Mails({ counts, retrying }: MailReport) {
  const named = counts.map(({ state, count }) => [mailStateNames[state], count] as const);
  return <Counts counts={[...named, [words.operations.retrying, retrying]]} />;
}

const queueStates = ['waiting', 'active', 'delayed', 'failed'] as const;

function Queue({ oldestWaitingMs, ...queue }: QueueReport) {
  return (
    <>
      <Counts counts={queueStates.map((state) => [words.operations.queueCounts[state], queue[state]])} />
      {oldestWaitingMs === undefined ? null : (
        <span className="muted">{words.operations.queueOldest(words.operations.duration(oldestWaitingMs))}</span>
      )}
    </>
  );
}
