import type { SchemeFinding, SchemeVersionView } from '@jifen/contracts';
import { findingProposal, findingSentence, placeInScheme, sectorNames, words } from '@jifen/wording';
import { Alert, Button, Tag } from 'antd';
import { useParams } from 'react-router';
import { isClosed, useLintScheme, useSchemeVersion } from '../../api/schemes.ts';
import { LinkButton, PrintButton } from '../../parts/buttons.tsx';
import { Page, Panel, Shown } from '../../parts/page.tsx';
import { AdoptPanel } from './adopt-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { ContentPanel } from './content-panel.tsx';
import { SchemeRefused } from './scheme-refused.tsx';

const said = words.schemes;

/** One version on its way: checked, looked at for what it would change, adopted. */
export function SchemeVersionScreen() {
  const { versionId = '' } = useParams();
  return <Shown query={useSchemeVersion(versionId)}>{(known) => <Version version={known} />}</Shown>;
}

function Version({ version }: { version: SchemeVersionView }) {
  const { number, title, sector, origin } = version;
  const back = (
    <LinkButton key="back" className="no-print" to={`/schemes?sector=${sector}`}>
      {said.back}
    </LinkButton>
  );
  const subtitle = words.shell.sentences([sectorNames[sector], said.statuses[version.status], said.origin(origin.kind, origin.title)]);
  return (
    <Page title={said.versionTitle(number, title)} subtitle={subtitle} actions={[back, <PrintButton key="print" className="no-print" />]}>
      <VersionSteps version={version} />
      <AdoptPanel version={version} />
      <LintPanel version={version} />
      <ComparePanel version={version} />
      <ContentPanel version={version} />
    </Page>
  );
}

const reached = { draft: 0, linted: 1, compared: 2, adopted: 3, withdrawn: 3 } as const;
const steps = [said.steps.lint, said.steps.compare, said.steps.adopt];

function VersionSteps({ version: { status } }: { version: SchemeVersionView }) {
  const now = reached[status];
  return (
    <ol className="steps" aria-label={said.steps.label}>
      {steps.map((name, index) => {
        const state = index < now ? 'done' : index === now ? 'now' : 'later';
        return (
          <li key={name} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {name}
          </li>
        );
      })}
    </ol>
  );
}

const lint = words.schemes.lint;

/** What the linter found, where, and what to do about it. */
function LintPanel({ version }: { version: SchemeVersionView }) {
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
      {isNext ? lint.run : lint.again}
    </Button>
  );
  return (
    <Panel title={lint.title} extra={run}>
      {linting.error ? <SchemeRefused refused={linting.error} /> : null}
      {isNext ? <span className="muted">{lint.notYet}</span> : <Outcome version={version} />}
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
  if (errors > 0) return <Alert type="error" showIcon title={lint.errors(errors)} />;
  if (warnings > 0) return <Alert type="info" showIcon title={lint.warningsOnly(warnings)} />;
  return <Alert type="success" showIcon title={lint.clean} />;
}

function Finding({ finding, scheme }: { finding: SchemeFinding; scheme: unknown }) {
  const known = finding as Parameters<typeof findingSentence>[0];
  const proposal = findingProposal(known);
  return (
    <li className="stack-small">
      <span className="row">
        <Tag color={finding.severity === 'error' ? 'error' : 'default'}>{lint.severity[finding.severity]}</Tag>
        <span className="muted">{placeInScheme(scheme, finding.path)}</span>
      </span>
      <span>{findingSentence(known)}</span>
      {proposal === null ? null : <span className="muted">{proposal}</span>}
    </li>
  );
}
