import type { ApplicationForm, FulfilmentLine } from '@jifen/contracts';
import { fulfilmentNames, nameIn, pledgeKindNames, words } from '@jifen/wording';
import { Form } from 'antd';
import { TextField } from '../../parts/form/fields.tsx';

type State = FulfilmentLine['state'];
type PledgeFieldProps = { pledge: ApplicationForm['pledges'][number] };

const states = ['done', 'partly-done', 'not-done'] as const;

/** One pledge: three large choices, and a sentence only where it was not done in full. */
export function PledgeField({ pledge: { pledgeId, kind, weight, text } }: PledgeFieldProps) {
  const name = ['pledges', pledgeId];
  const state: State | undefined = Form.useWatch([...name, 'state'], Form.useFormInstance());
  return (
    <fieldset className="pledge" aria-label={words.application.pledgeGroup(text)}>
      <legend>
        {nameIn(pledgeKindNames, kind)} {words.application.weight(weight)}
      </legend>
      <p className="pledge-text">{text}</p>
      <Form.Item name={[...name, 'state']} rules={[{ required: true, message: words.application.stateMissing }]}>
        <Choices />
      </Form.Item>
      {state === undefined || state === 'done' ? null : (
        <TextField name={[...name, 'sentence']} label={words.application.sentenceLabel} missing={words.application.sentenceMissing} />
      )}
    </fieldset>
  );
}

function Choices({ id, value, onChange }: { id?: string; value?: State; onChange?: (state: State) => void }) {
  return (
    <div className="choices">
      {states.map((state, index) => (
        <label className="choice" key={state}>
          <input type="radio" name={id} {...(index === 0 ? { id } : {})} checked={value === state} onChange={() => onChange?.(state)} />
          <span>{fulfilmentNames[state]}</span>
        </label>
      ))}
    </div>
  );
}
