import type { EvaluationSheet } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Alert, Collapse, Form } from 'antd';
import type { Refused } from '../../api/client.ts';
import { useEvaluationEntry } from '../../api/evaluation.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';
import { type EvaluationDraft as Draft, entryOf, monthsFrom, pairsFrom } from './evaluation-choices.ts';

type FormProps = { sheet: EvaluationSheet; onLookAgain: () => void };

const said = words.evaluation;

/** Folded away, as it is seldom changed. */
export function EvaluationForm({ sheet, onLookAgain }: FormProps) {
  const entering = useEvaluationEntry();
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
      {entering.error ? <EntryRefused refused={entering.error} onLookAgain={onLookAgain} /> : null}
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
        options={monthsFrom(earliest, evaluation).map((period) => ({ value: period, label: formatPeriod(period) }))}
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

function EntryRefused({ refused, onLookAgain }: { refused: Refused; onLookAgain: () => void }) {
  if (refused.code !== 'evaluation-changed-meanwhile') return <RefusalAlert refused={refused} />;
  return <RefusalAlert refused={refused} retry={onLookAgain} retryName={said.lookAgain} />;
}
