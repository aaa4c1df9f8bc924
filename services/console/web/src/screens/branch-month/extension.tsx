import { type BranchMonthScreen, type ExtensionGiven, localDate, type MonthRow } from '@jifen/contracts';
import { stageNames, words } from '@jifen/wording';
import { useExtension, usePersonalExtension } from '../../api/commands.ts';
import { DialogButton } from '../../parts/buttons.tsx';
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

type MemberProps = { month: BranchMonthScreen; row: MonthRow };

/** 个别延期 of one member's application, by the secretary. */
export function PersonalExtensionButton(props: MemberProps) {
  return (
    <DialogButton dialog={(close) => <PersonalExtensionDialog {...props} onClose={close} />}>
      {words.extension.personal.button}
    </DialogButton>
  );
}

function PersonalExtensionDialog({ month, row, onClose }: MemberProps & { onClose: () => void }) {
  const lastDayOf = (step: string) => month.deadlines.find((deadline) => deadline.step === step)?.lastDay ?? '';
  const standing = row.personalLastDay ?? lastDayOf('application');
  const registration = lastDayOf('registration');
  const later = localDate.refine((day) => day > standing && day >= month.today);
  return (
    <FormDialog
      title={words.extension.personal.title(row.name)}
      initial={{ lastDay: '', reason: '' }}
      command={usePersonalExtension(month, row.memberId)}
      ask={({ lastDay, reason }) => ({ lastDay, reason: reason.trim() })}
      told={({ lastDay }) => words.extension.personal.given(row.name, lastDay)}
      onClose={onClose}
    >
      <span className="muted">{words.extension.personal.hint(registration)}</span>
      <DateField
        name="lastDay"
        label={words.extension.lastDay}
        min={month.today}
        max={registration}
        missing={words.extension.lastDayMissing}
        schema={later}
      />
      <TextField name="reason" label={words.extension.reason} missing={words.extension.reasonMissing} rows={2} />
    </FormDialog>
  );
}
