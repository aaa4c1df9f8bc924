import { type BranchMonthScreen, localDate, type MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { usePersonalExtension } from '../../api/commands.ts';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { DateField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';

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
