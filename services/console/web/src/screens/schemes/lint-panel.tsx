import type { SchemeFinding, SchemeVersionView } from '@jifen/contracts';
import { findingProposal, findingSentence, placeInScheme, words } from '@jifen/wording';
import { Alert, Button, Tag } from 'antd';
import { isClosed, useLintScheme } from '../../api/schemes.ts';
import { Panel } from '../../parts/page.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes.lint;

/** What the linter found, where, and what to do about it. */
export function LintPanel({ version }: { version: SchemeVersionView }) {
  const { id, status, findings, scheme } = version;
  const linting = useLintScheme(id);
  const isNext = status === 'draft';
  const run = isClosed(version) ? null : (
    <Button
      type={isNext ? 'primary' : 'default'}
      className="no-print"
      loading={linting.isPending}
      onClick={() => linting.mutate(undefined)}
    >
      {isNext ? said.run : said.again}
    </Button>
  );
  return (
    <Panel title={said.title} extra={run}>
      {linting.error ? <SchemeRefused refused={linting.error} /> : null}
      {isNext ? <span className="muted">{said.notYet}</span> : <Outcome version={version} />}
      {findings.length === 0 ? null : (
        <ul className="plain-list stack">
          {findings.map((finding) => (
            <Finding key={`${finding.path} ${finding.code}`} finding={finding} scheme={scheme} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Outcome({ version: { errors, warnings } }: { version: SchemeVersionView }) {
  if (errors > 0) return <Alert type="error" showIcon title={said.errors(errors)} />;
  if (warnings > 0) return <Alert type="info" showIcon title={said.warningsOnly(warnings)} />;
  return <Alert type="success" showIcon title={said.clean} />;
}

function Finding({ finding, scheme }: { finding: SchemeFinding; scheme: unknown }) {
  const known = finding as Parameters<typeof findingSentence>[0];
  const proposal = findingProposal(known);
  return (
    <li className="stack-small">
      <span className="row">
        <Tag color={finding.severity === 'error' ? 'error' : 'default'}>{said.severity[finding.severity]}</Tag>
        <span className="muted">{placeInScheme(scheme, finding.path)}</span>
      </span>
      <span>{findingSentence(known)}</span>
      {proposal === null ? null : <span className="muted">{proposal}</span>}
    </li>
  );
}
