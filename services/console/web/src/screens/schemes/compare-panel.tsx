import type { ComparisonRequest, SchemeComparison, SchemeVersionView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Alert, Button, Progress, Radio } from 'antd';
import { useState } from 'react';
import { v4 as newId } from 'uuid';
import { isClosed, useCompareScheme, useConfirmComparison } from '../../api/schemes.ts';
import { Panel } from '../../parts/page.tsx';
import { ComparisonTables } from './comparison-tables.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.compare;
type Year = ComparisonRequest['year'];
const years: readonly Year[] = ['this', 'last'];

/** What the version would change: begun, watched, looked at. */
export function ComparePanel({ version }: { version: SchemeVersionView }) {
  const { comparison } = version;
  return (
    <Panel title={said.title}>
      <span className="muted">{said.hint}</span>
      {isClosed(version) ? null : <Begin version={version} />}
      {comparison?.status === 'running' ? <Running comparison={comparison} /> : null}
      {comparison?.status === 'finished' ? <Finished version={version} comparison={comparison} /> : null}
    </Panel>
  );
}

function Begin({ version: { id, status, comparison } }: { version: SchemeVersionView }) {
  const [year, setYear] = useState<Year>('this');
  const comparing = useCompareScheme(id);
  if (status === 'draft') return <span>{said.lintFirst}</span>;
  const begin = () => comparing.mutate({ year, comparisonId: newId() });
  return (
    <div className="stack-small no-print">
      <div className="row">
        <Radio.Group
          aria-label={said.year}
          value={year}
          onChange={(event) => setYear(event.target.value)}
          options={years.map((value) => ({ value, label: said.years[value] }))}
        />
        <Button
          type={comparison ? 'default' : 'primary'}
          loading={comparing.isPending}
          disabled={comparison?.status === 'running'}
          onClick={begin}
        >
          {comparison ? said.again : said.begin}
        </Button>
      </div>
      {comparing.error ? <SchemeRefused refused={comparing.error} /> : null}
    </div>
  );
}

function Running({ comparison: { branches, members } }: { comparison: SchemeComparison }) {
  const percent = branches.all === 0 ? 0 : Math.floor((100 * branches.looked) / branches.all);
  return (
    <div className="stack-small">
      <output>{said.running(branches.looked, branches.all, members)}</output>
      <Progress percent={percent} aria-label={said.progress} />
      <span className="muted">{said.leave}</span>
    </div>
  );
}

type FinishedProps = { version: SchemeVersionView; comparison: SchemeComparison };

function Finished({ version, comparison }: FinishedProps) {
  const { year, until, members } = comparison;
  return (
    <>
      <span className="strong">{said.done(year, until, members)}</span>
      {members === 0 ? <Alert type="warning" showIcon title={said.nobody} /> : <ComparisonTables comparison={comparison} />}
      {version.status === 'linted' ? <Seen version={version} comparison={comparison} /> : <span className="muted">{said.wasSeen}</span>}
    </>
  );
}

function Seen({ version, comparison }: FinishedProps) {
  const confirming = useConfirmComparison(version.id);
  return (
    <div className="stack-small no-print">
      <div>
        <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate(comparison.id)}>
          {said.seen}
        </Button>
      </div>
      {confirming.error ? <SchemeRefused refused={confirming.error} /> : null}
    </div>
  );
}
