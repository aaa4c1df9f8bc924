import type { EvaluationSheet } from '@jifen/contracts';
import { formatPeriod, words } from '@jifen/wording';
import { Alert, Collapse, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Refused } from '../../api/client.ts';
import { useEvaluationEntry } from '../../api/evaluation.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { FieldError } from '../../parts/date-field.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { monthsFrom, pairsFrom } from './evaluation-choices.ts';

type FormProps = { sheet: EvaluationSheet; onLookAgain: () => void };
type Draft = { from: string | undefined; evaluation: 'month' | 'quarter'; merged: readonly string[]; reason: string };

/** Folded away, as it is seldom changed. */
export function EvaluationForm(props: FormProps) {
  return <Collapse items={[{ key: 'change', label: words.evaluation.change, children: <Fields {...props} /> }]} />;
}

function Fields({ sheet, onLookAgain }: FormProps) {
  const standing = sheet.versions.at(-1)?.evaluation ?? 'month';
  const [draft, setDraft] = useState<Draft>({ from: undefined, evaluation: standing, merged: [], reason: '' });
  const [checked, setChecked] = useState(false);
  const entering = useEvaluationEntry(() => setChecked(false));
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const pairs = pairsFrom(draft.from);
  const save = () => {
    setChecked(true);
    const { from, evaluation, merged } = draft;
    const reason = draft.reason.trim();
    if (from === undefined || reason === '') return;
    const chosen = pairs.filter(([earlier]) => merged.includes(earlier));
    entering.mutate({ from, evaluation, merged: chosen, reason, replaces: sheet.version });
  };
  return (
    <div className="stack">
      <Kind value={draft.evaluation} onChange={(evaluation) => change({ evaluation, from: undefined, merged: [] })} />
      <div className="field">
        <span className="field-label">{words.evaluation.from}</span>
        <Select
          aria-label={words.evaluation.from}
          style={{ maxWidth: 220 }}
          value={draft.from}
          onChange={(from) => change({ from, merged: [] })}
          options={monthsFrom(sheet.earliest, draft.evaluation).map((period) => ({ value: period, label: formatPeriod(period) }))}
        />
        <span className="muted">{words.evaluation.fromHint}</span>
        <FieldError error={checked && draft.from === undefined ? words.evaluation.fromMissing : undefined} />
      </div>
      <div className="field">
        <span className="field-label">{words.evaluation.pairs}</span>
        <Select
          mode="multiple"
          aria-label={words.evaluation.pairs}
          style={{ maxWidth: 420 }}
          disabled={draft.from === undefined}
          value={[...draft.merged]}
          onChange={(merged) => change({ merged })}
          options={pairs.map(([earlier, later]) => ({ value: earlier, label: words.evaluation.merged(earlier, later) }))}
        />
        <span className="muted">{words.evaluation.pairsHint}</span>
      </div>
      <TextField
        label={words.evaluation.reason}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={checked && draft.reason.trim() === '' ? words.evaluation.reasonMissing : undefined}
      />
      <Alert type="info" showIcon title={words.evaluation.effect} />
      {entering.error ? <EntryRefused refused={entering.error} onLookAgain={onLookAgain} /> : null}
      <ConfirmedButton question={words.evaluation.confirm} onConfirm={save} type="primary" loading={entering.isPending}>
        {words.evaluation.save}
      </ConfirmedButton>
    </div>
  );
}

function EntryRefused({ refused, onLookAgain }: { refused: Refused; onLookAgain: () => void }) {
  if (refused.code !== 'evaluation-changed-meanwhile') return <RefusalAlert refused={refused} />;
  return <RefusalAlert refused={refused} retry={onLookAgain} retryName={words.evaluation.lookAgain} />;
}

function Kind({ value, onChange }: { value: Draft['evaluation']; onChange: (value: Draft['evaluation']) => void }) {
  const { month, quarter } = words.evaluation.kinds;
  return (
    <div className="field">
      <span className="field-label">{words.evaluation.kind}</span>
      <Radio.Group
        aria-label={words.evaluation.kind}
        value={value}
        onChange={(event) => onChange(event.target.value === 'quarter' ? 'quarter' : 'month')}
        options={[
          { value: 'month', label: month },
          { value: 'quarter', label: quarter },
        ]}
      />
    </div>
  );
}
