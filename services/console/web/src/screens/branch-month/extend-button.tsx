import { type BranchMonthScreen, type ExtensionGiven, localDate } from '@jifen/contracts';
import { stageNames, words } from '@jifen/wording';
import { useExtension } from '../../api/commands.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { DateField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';

type Step = ExtensionGiven['step'];
const stepOf: Partial<Record<BranchMonthScreen['stage'], Step>> = {
  applying: 'application',
  registering: 'registration',
  reviewing: 'review',
  meeting: 'meeting',
};

/** 延期 of the step at which the month stands, for the superiors who may give it. */
export function ExtendButton({ month }: { month: BranchMonthScreen }) {
  const step = stepOf[month.stage];
  if (step === undefined || !month.allowed.includes('extend')) return null;
  return (
    <DialogButton dialog={(close) => <ExtendDialog key={step} month={month} step={step} onClose={close} />}>
      {words.extension.button}
    </DialogButton>
  );
}

function ExtendDialog({ month, step, onClose }: { month: BranchMonthScreen; step: Step; onClose: () => void }) {
  const standing = month.next?.lastDay ?? '';
  const name = stageNames[month.stage];
  const later = localDate.refine((day) => day > standing && day >= month.today);
  return (
    <FormDialog
      title={words.extension.title(name)}
      initial={{ lastDay: '', reason: '' }}
      command={useExtension(month)}
      ask={({ lastDay, reason }) => ({ step, lastDay, reason: reason.trim() })}
      told={({ lastDay }) => words.extension.given(name, lastDay)}
      onClose={onClose}
    >
      <span className="muted">{words.extension.hint(standing)}</span>
      <DateField name="lastDay" label={words.extension.lastDay} min={month.today} missing={words.extension.lastDayMissing} schema={later} />
      <TextField name="reason" label={words.extension.reason} missing={words.extension.reasonMissing} rows={2} />
    </FormDialog>
  );
}
