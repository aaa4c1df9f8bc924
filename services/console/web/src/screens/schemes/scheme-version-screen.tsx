import type { SchemeVersionView } from '@jifen/contracts';
import { sectorNames, words } from '@jifen/wording';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useSchemeVersion } from '../../api/schemes.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page, Shown } from '../../parts/page.tsx';
import { AdoptPanel } from './adopt-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { ContentPanel } from './content-panel.tsx';
import { LintPanel } from './lint-panel.tsx';

const said = words.schemes;

/** One version on its way: checked, looked at for what it would change, adopted. */
export function SchemeVersionScreen() {
  const { versionId = '' } = useParams();
  const version = useSchemeVersion(versionId);
  return <Shown query={version}>{(known) => <Version version={known} />}</Shown>;
}

function Version({ version }: { version: SchemeVersionView }) {
  const { number, title, sector, origin } = version;
  const back = (
    <LinkButton key="back" className="no-print" to={`/schemes?sector=${sector}`}>
      {said.back}
    </LinkButton>
  );
  const print = (
    <Button key="print" className="no-print" onClick={() => window.print()}>
      {words.shell.print}
    </Button>
  );
  const subtitle = words.shell.sentences([sectorNames[sector], said.statuses[version.status], said.origin(origin.kind, origin.title)]);
  return (
    <Page title={said.versionTitle(number, title)} subtitle={subtitle} actions={[back, print]}>
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
