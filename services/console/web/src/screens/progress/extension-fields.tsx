import type { ExtensionGiven } from '@jifen/contracts';
import { formatPeriod, waitedStepNames, words } from '@jifen/wording';
import { Select } from 'antd';
import { useId } from 'react';
import { DateField, FieldError } from '../../parts/date-field.tsx';
import { TextField } from '../../parts/text-field.tsx';

type Step = ExtensionGiven['step'];
export type ExtensionDraft = { period: string | undefined; step: Step | undefined; lastDay: string; reason: string };

/** Whether everything is filled in; what the calendar says of the day is said by the server. */
export const isWhole = ({ period, step, lastDay, reason }: ExtensionDraft, today: string) =>
  period !== undefined && step !== undefined && lastDay >= today && reason.trim() !== '';

type ExtensionFieldsProps = {
  draft: ExtensionDraft;
  onChange: (draft: ExtensionDraft) => void;
  periods: readonly string[];
  today: string;
  checked: boolean;
};

const said = words.extension.all;
const steps: readonly Step[] = ['application', 'registration', 'review', 'meeting'];

export function ExtensionFields({ draft, onChange, periods, today, checked }: ExtensionFieldsProps) {
  const { period, step, lastDay, reason } = draft;
  const missing = (isMissing: boolean, sentence: string) => (checked && isMissing ? sentence : undefined);
  return (
    <>
      <Choice
        label={said.period}
        value={period}
        onChange={(chosen) => onChange({ ...draft, period: chosen })}
        options={periods.map((value) => ({ value, label: formatPeriod(value) }))}
        error={missing(period === undefined, said.periodMissing)}
      />
      <Choice
        label={said.step}
        value={step}
        onChange={(chosen) => onChange({ ...draft, step: chosen })}
        options={steps.map((value) => ({ value, label: waitedStepNames[value] }))}
        error={missing(step === undefined, said.stepMissing)}
      />
      <DateField
        label={words.extension.lastDay}
        value={lastDay}
        onChange={(chosen) => onChange({ ...draft, lastDay: chosen })}
        min={today}
        error={missing(lastDay < today, said.lastDayMissing)}
      />
      <TextField
        label={words.extension.reason}
        rows={2}
        value={reason}
        onChange={(written) => onChange({ ...draft, reason: written })}
        error={missing(reason.trim() === '', words.extension.reasonMissing)}
      />
    </>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T | undefined;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
  error: string | undefined;
};

function Choice<T extends string>({ label, error, value, ...select }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select<T>
        {...select}
        {...(value === undefined ? {} : { value })}
        id={id}
        aria-invalid={error !== undefined}
        style={{ maxWidth: 240 }}
      />
      <FieldError error={error} />
    </div>
  );
}
