import type { ExtensionGiven } from '@jifen/contracts';
import { formatPeriod, waitedStepNames, words } from '@jifen/wording';
import { DateField, SelectField, TextField } from '../../parts/form/fields.tsx';

type Step = ExtensionGiven['step'];
export type ExtensionDraft = { period?: string | undefined; step?: Step; lastDay: string; reason: string };

const said = words.extension.all;
const steps: readonly Step[] = ['application', 'registration', 'review', 'meeting'];

/** What the calendar says of the day is said by the server. */
export function ExtensionFields({ periods, today }: { periods: readonly string[]; today: string }) {
  return (
    <>
      <SelectField
        name="period"
        label={said.period}
        missing={said.periodMissing}
        options={periods.map((value) => ({ value, label: formatPeriod(value) }))}
      />
      <SelectField
        name="step"
        label={said.step}
        missing={said.stepMissing}
        options={steps.map((value) => ({ value, label: waitedStepNames[value] }))}
      />
      <DateField name="lastDay" label={words.extension.lastDay} missing={said.lastDayMissing} min={today} />
      <TextField name="reason" label={words.extension.reason} missing={words.extension.reasonMissing} rows={2} />
    </>
  );
}
