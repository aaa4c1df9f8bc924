import type { BranchMonthScreen } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, Drawer, Radio } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { FieldError } from '../../parts/date-field.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { type LineChange, LineDrawer } from './line-drawer.tsx';
import { lineText, valuesOf } from './lines.ts';

type AnswerDrawerProps = { month: BranchMonthScreen; objection: BranchMonthScreen['objections'][number]; onClose: () => void };

/** An objection is answered in writing; where it is upheld, with the new value. */
export function AnswerDrawer({ month, objection, onClose }: AnswerDrawerProps) {
  return (
    <Drawer title={words.objection.answerTitle} open onClose={onClose} size={520} destroyOnHidden>
      <AnswerForm month={month} objection={objection} onClose={onClose} />
    </Drawer>
  );
}

type AnswerDraft = { upheld: boolean | undefined; answer: string; change: LineChange | undefined };

function AnswerForm({ month, objection, onClose }: AnswerDrawerProps) {
  const [draft, setDraft] = useState<AnswerDraft>({ upheld: undefined, answer: '', change: undefined });
  const [checked, setChecked] = useState(false);
  const answering = useDecision(month);
  const { upheld, answer, change } = draft;
  const complete = upheld !== undefined && answer.trim() !== '' && (!upheld || change !== undefined);
  const submit = () => {
    setChecked(true);
    if (!complete) return;
    const newValue = upheld && change ? { change: { memberId: objection.memberId, ...valuesOf(change) } } : {};
    answering.mutate(
      { kind: 'answer-objection', objectionId: objection.objectionId, upheld, answer: answer.trim(), ...newValue },
      { onSuccess: onClose },
    );
  };
  return (
    <div className="stack">
      <p style={{ margin: 0 }}>{objection.statement}</p>
      <Radio.Group
        aria-label={words.objection.answerTitle}
        value={upheld}
        onChange={(event) => setDraft({ ...draft, upheld: event.target.value === true })}
        options={[
          { value: false, label: words.objection.rejected },
          { value: true, label: words.objection.upheld },
        ]}
      />
      <FieldError error={checked && upheld === undefined ? words.objection.resultMissing : undefined} />
      {upheld ? (
        <NewValue month={month} memberId={objection.memberId} value={change} onChange={(value) => setDraft({ ...draft, change: value })} />
      ) : null}
      <FieldError error={checked && upheld && !change ? words.objection.changeMissing : undefined} />
      <TextField
        label={words.objection.answerText}
        rows={4}
        maxLength={1000}
        value={answer}
        onChange={(text) => setDraft({ ...draft, answer: text })}
        error={checked && answer.trim() === '' ? words.objection.answerMissing : undefined}
      />
      <ActOutcome act={answering} what={words.objection.answer} />
      <Button type="primary" loading={answering.isPending} onClick={submit}>
        {words.objection.answerSubmit}
      </Button>
    </div>
  );
}

type NewValueProps = { month: BranchMonthScreen; memberId: string; value: LineChange | undefined; onChange: (value: LineChange) => void };

function NewValue({ month, memberId, value, onChange }: NewValueProps) {
  const [open, setOpen] = useState(false);
  const row = month.rows.find((one) => one.memberId === memberId);
  if (!row) return null;
  const before = valuesOf(row.resolved ?? row.proposed);
  return (
    <div className="row">
      <Button onClick={() => setOpen(true)}>{words.objection.newValue}</Button>
      <span className="num">{lineText(value, formatPoints)}</span>
      {open ? (
        <LineDrawer
          {...{ name: row.name, before, value: value ?? before, reason: '', ceiling: month.ceiling, items: month.items }}
          reasonRequired={false}
          onClose={() => setOpen(false)}
          onApply={(change) => {
            onChange(change);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
