import { type BranchMonthScreen, type ObjectionView, paragraph } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Drawer, Form } from 'antd';
import { useDecision } from '../../api/acts.ts';
import { DialogButton } from '../../parts/buttons.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, TextField } from '../../parts/form/fields.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { type AnswerDraft, answerContent, type LineDraft, lineDraft, lineOf, lineText, valuesOf } from './lines.ts';
import { ObjectionText } from './objection-text.tsx';

type AnswerDrawerProps = { month: BranchMonthScreen; objection: ObjectionView; onClose: () => void };

/** An objection is answered in writing; where it is upheld, with the new value. */
export function AnswerDrawer({ month, objection, onClose }: AnswerDrawerProps) {
  const answering = useDecision(month);
  const said = words.objection;
  return (
    <Drawer title={said.answerTitle} open onClose={onClose} size={520} destroyOnHidden>
      <EntryForm<AnswerDraft>
        initial={{ answer: '' }}
        submit={said.answerSubmit}
        pending={answering.isPending}
        onSubmit={(draft) => answering.mutate(answerContent(objection, draft), { onSuccess: onClose })}
      >
        <ObjectionText month={month} objection={objection} />
        <RadioField
          name="upheld"
          label={said.result}
          missing={said.resultMissing}
          options={[
            { value: false, label: said.rejected },
            { value: true, label: said.upheld },
          ]}
        />
        <Change month={month} memberId={objection.memberId} />
        <TextField name="answer" label={said.answerText} missing={said.answerMissing} rows={4} schema={paragraph} />
        <ActOutcome act={answering} what={said.answer} />
      </EntryForm>
    </Drawer>
  );
}

type ChangeProps = { month: BranchMonthScreen; memberId: string };

function Change(props: ChangeProps) {
  const upheld = Form.useWatch('upheld', Form.useFormInstance<AnswerDraft>());
  if (!upheld) return null;
  return (
    <Form.Item<AnswerDraft> name="change" rules={[{ required: true, message: words.objection.changeMissing }]}>
      <NewValue {...props} />
    </Form.Item>
  );
}

type NewValueProps = ChangeProps & { id?: string; value?: LineDraft; onChange?: (value: LineDraft) => void };

function NewValue({ month, memberId, id, value, onChange }: NewValueProps) {
  const row = month.rows.find((one) => one.memberId === memberId);
  if (!row) return null;
  const before = valuesOf(row.resolved ?? row.proposed);
  const asked = { name: row.name, before, value: value ?? lineDraft(before), month };
  const drawer = (close: () => void) => <LineDrawer {...asked} onApply={(change) => onChange?.(change)} onClose={close} />;
  return (
    <div className="row">
      <DialogButton {...(id === undefined ? {} : { id })} dialog={drawer}>
        {words.objection.newValue}
      </DialogButton>
      <span className="num">{lineText(value && lineOf(value))}</span>
    </div>
  );
}
