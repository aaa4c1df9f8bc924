import type { EvaluationSheet } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Alert, Collapse, Form } from 'antd';
import { useEvaluationEntry } from '../../api/settings.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { OvertakenAlert } from '../../parts/outcome.tsx';
import { type EvaluationDraft as Draft, entryOf, monthsFrom, pairsFrom } from './evaluation-choices.ts';

type FormProps = { sheet: EvaluationSheet; onLookAgain: () => void };

const said = words.evaluation;
const overtaken = 'evaluation-changed-meanwhile';

/** Folded away, as it is seldom changed. */
export function EvaluationForm({ sheet, onLookAgain }: FormProps) {
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
