import { type BranchMonthScreen, localDate, type MonthRow, type PersonalExtension } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useState } from 'react';
import { usePersonalExtension } from '../../api/commands.ts';
import { DateField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';

type MemberProps = { month: BranchMonthScreen; row: MonthRow };

/** 个别延期 of one member's application, by the secretary. */
export function PersonalExtensionButton({ month, row }: MemberProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.extension.personal.button}</Button>
      {open ? <PersonalExtensionDialog month={month} row={row} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PersonalExtensionDialog({ month, row, onClose }: MemberProps & { onClose: () => void }) {
  const { message } = App.useApp();
  const extending = usePersonalExtension(month, row.memberId);
  const lastDayOf = (step: string) => month.deadlines.find((deadline) => deadline.step === step)?.lastDay ?? '';
  const standing = row.personalLastDay ?? lastDayOf('application');
  const registration = lastDayOf('registration');
  const extend = ({ lastDay, reason }: PersonalExtension) => {
    const told = () => {
      void message.success(words.extension.personal.given(row.name, lastDay));
      onClose();
    };
    extending.mutate({ lastDay, reason: reason.trim() }, { onSuccess: told });
  };
  const later = localDate.refine((day) => day > standing && day >= month.today);
  return (
    <FormDialog<PersonalExtension>
      title={words.extension.personal.title(row.name)}
      initial={{ lastDay: '', reason: '' }}
      pending={extending.isPending}
      onSubmit={extend}
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
      {extending.error ? <RefusalAlert refused={extending.error} /> : null}
    </FormDialog>
  );
}
