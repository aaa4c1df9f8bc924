import type { EvaluationSheet } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useEvaluation } from '../../api/queries.ts';
import { Panel, Shown } from '../../parts/page.tsx';
import { EvaluationForm } from './evaluation-form.tsx';

/** 评议周期: how the county evaluates, now and later; the county organisation department may change what has not begun. */
export function EvaluationPanel() {
  const query = useEvaluation();
  return (
    <Panel title={words.evaluation.title}>
      <span className="muted">{words.evaluation.subtitle}</span>
      <Shown query={query}>
        {(sheet) => (
          <>
            <Standing sheet={sheet} />
            {sheet.mayEdit ? (
              <EvaluationForm key={sheet.version} sheet={sheet} onLookAgain={() => void query.refetch()} />
            ) : (
              <span className="muted">{words.evaluation.readOnly}</span>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}

function Standing({ sheet: { versions } }: { sheet: EvaluationSheet }) {
  if (versions.length === 0) return <span className="strong">{words.evaluation.usual}</span>;
  return (
    <ul className="plain-list" aria-label={words.evaluation.title}>
      {versions.map(({ from, evaluation, merged, reason }) => (
        <li key={from}>
          <span className="strong">
            {words.evaluation.since(from)}
            {words.evaluation.kinds[evaluation]}
          </span>
          {merged.map(([earlier, later]) => (
            <div key={earlier}>{words.evaluation.merged(earlier, later)}</div>
          ))}
          <div className="muted">{words.evaluation.because(reason)}</div>
        </li>
      ))}
    </ul>
  );
}
