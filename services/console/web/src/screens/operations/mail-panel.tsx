import type { MailReport, OperatedPart, QueueReport } from '@jifen/contracts';
import { mailStateNames, words } from '@jifen/wording';
import { Counts } from '../../parts/counts.tsx';
import { Panel } from '../../parts/panel.tsx';

const { queueCounts } = words.operations;

/** The mails in the record, and the queue that carries them. */
export function MailPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const report = parts.find(({ name }) => name === 'notification')?.report;
  return (
    <Panel title={words.operations.mails} extra={<span className="muted">{words.operations.mailsHint}</span>}>
      {report?.mails ? <Mails {...report.mails} /> : <span className="muted">{words.operations.missing}</span>}
      <h3 className="section-title">{words.operations.queue}</h3>
      {report?.queues ? (
        report.queues.map((queue) => <Queue key={queue.name} {...queue} />)
      ) : (
        <span className="muted">{words.operations.missing}</span>
      )}
    </Panel>
  );
}

function Mails({ counts, retrying }: MailReport) {
  const named = counts.map(({ state, count }) => [mailStateNames[state], count] as const);
  return <Counts counts={[...named, [words.operations.retrying, retrying]]} />;
}

function Queue({ waiting, active, delayed, failed, oldestWaitingMs }: QueueReport) {
  return (
    <>
      <Counts
        counts={[
          [queueCounts.waiting, waiting],
          [queueCounts.active, active],
          [queueCounts.delayed, delayed],
          [queueCounts.failed, failed],
        ]}
      />
      {oldestWaitingMs === undefined ? null : (
        <span className="muted">{words.operations.queueOldest(words.operations.duration(oldestWaitingMs))}</span>
      )}
    </>
  );
}
