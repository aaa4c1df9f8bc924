import type { EvaluationSheet } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Alert, Collapse, Form } from 'antd';
import { useEvaluationEntry } from '../../api/commands.ts';
import { useEvaluation } from '../../api/queries.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { OvertakenAlert } from '../../parts/outcome.tsx';
import { Panel, Shown } from '../../parts/page.tsx';
import { beginningsFrom, type EvaluationDraft as Draft, entryOf, pairsFrom } from './evaluation-choices.ts';

const said = words.evaluation;

/** 评议周期: how the county evaluates, now and later; the county organisation department may change what has not begun. */
export function EvaluationPanel() {
  const query = useEvaluation();
  return (
    <Panel title={said.title}>
      <span className="muted">{said.subtitle}</span>
      <Shown query={query}>
        {(sheet) => (
          <>
            <Standing sheet={sheet} />
            {sheet.mayEdit ? (
              <EvaluationForm key={sheet.version} sheet={sheet} onLookAgain={() => void query.refetch()} />
            ) : (
              <span className="muted">{said.readOnly}</span>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}

function Standing({ sheet: { versions } }: { sheet: EvaluationSheet }) {
  if (versions.length === 0) return <span className="strong">{said.usual}</span>;
  return (
    <ul className="plain-list" aria-label={said.title}>
      {versions.map(({ from, evaluation, merged, reason }) => (
        <li key={from}>
          <span className="strong">
            {said.since(from)}
            {said.kinds[evaluation]}
          </span>
          {merged.map(([earlier, later]) => (
            <div key={earlier}>{said.merged(earlier, later)}</div>
          ))}
          <div className="muted">{said.because(reason)}</div>
        </li>
      ))}
    </ul>
  );
}

const overtaken = 'evaluation-changed-meanwhile';

/** Folded away, as it is seldom changed. */
function EvaluationForm({ sheet, onLookAgain }: { sheet: EvaluationSheet; onLookAgain: () => void }) {
  const entering = useEvaluationEntry();
  const { error } = entering;
  const form = (
    <EntryForm<Draft>
      initial={{ evaluation: sheet.versions.at(-1)?.evaluation ?? 'month', merged: [], reason: '' }}
      submit={said.save}
      question={said.confirm}
      pending={entering.isPending}
      onSubmit={(draft) => entering.mutate(entryOf(draft, sheet))}
    >
      <Fields sheet={sheet} />
      <Alert type="info" showIcon title={said.effect} />
      {error ? <OvertakenAlert refused={error} isOvertaken={error.code === overtaken} onLookAgain={onLookAgain} /> : null}
    </EntryForm>
  );
  return <Collapse items={[{ key: 'change', label: said.change, children: form }]} />;
}

function Fields({ sheet: { earliest } }: { sheet: EvaluationSheet }) {
  const form = Form.useFormInstance<Draft>();
  const evaluation = Form.useWatch('evaluation', form) ?? 'month';
  const from = Form.useWatch('from', form);
  return (
    <>
      <RadioField
        name="evaluation"
        label={said.kind}
        options={(['month', 'quarter'] as const).map((value) => ({ value, label: said.kinds[value] }))}
        onChange={() => form.resetFields(['from', 'merged'])}
      />
      <SelectField
        name="from"
        label={said.from}
        hint={said.fromHint}
        missing={said.fromMissing}
        options={beginningsFrom(earliest, evaluation).map((period) => ({ value: period, label: formatPeriod(period) }))}
        onChange={() => form.resetFields(['merged'])}
      />
      <SelectField
        name="merged"
        label={said.pairs}
        hint={said.pairsHint}
        mode="multiple"
        disabled={from === undefined}
        options={pairsFrom(from).map(([earlier, later]) => ({ value: earlier, label: said.merged(earlier, later) }))}
      />
      <TextField name="reason" label={said.reason} missing={said.reasonMissing} />
    </>
  );
}
