import type { ApplicationForm } from '@jifen/contracts';
import { fulfilmentNames, nameIn, pledgeKindNames, words } from '@jifen/wording';
import { useId } from 'react';
import { FieldError } from '../../parts/date-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { PledgeDraft } from './draft.ts';

type PledgeFieldProps = {
  pledge: ApplicationForm['pledges'][number];
  value: PledgeDraft;
  onChange: (value: PledgeDraft) => void;
  checked: boolean;
};

const states = ['done', 'partly-done', 'not-done'] as const;

/** One pledge: three large choices, and a sentence only where it was not done in full. */
export function PledgeField({ pledge, value, onChange, checked }: PledgeFieldProps) {
  const name = useId();
  const sentenceNeeded = value.state !== undefined && value.state !== 'done';
  return (
    <fieldset className="pledge" aria-label={words.application.pledgeGroup(pledge.text)}>
      <legend>
        {nameIn(pledgeKindNames, pledge.kind)} {words.application.weight(pledge.weight)}
      </legend>
      <p className="pledge-text">{pledge.text}</p>
      <div className="choices">
        {states.map((state) => (
          <label className="choice" key={state}>
            <input type="radio" name={name} checked={value.state === state} onChange={() => onChange({ ...value, state })} />
            <span>{fulfilmentNames[state]}</span>
          </label>
        ))}
      </div>
      {checked && value.state === undefined ? <FieldError error={words.application.stateMissing} /> : null}
      {sentenceNeeded ? (
        <TextField
          label={words.application.sentenceLabel}
          value={value.sentence}
          onChange={(sentence) => onChange({ ...value, sentence })}
          error={checked && value.sentence.trim() === '' ? words.application.sentenceMissing : undefined}
        />
      ) : null}
    </fieldset>
  );
}
