import { type BranchMonthScreen, type ExtensionGiven, localDate } from '@jifen/contracts';
import { stageNames, words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useExtension } from '../../api/commands.ts';
import { DateField, TextField } from '../../parts/form/fields.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';

type Step = ExtensionGiven['step'];
const stepOf: Partial<Record<BranchMonthScreen['stage'], Step>> = {
  applying: 'application',
  registering: 'registration',
  reviewing: 'review',
  meeting: 'meeting',
};

/** 延期 of the step at which the month stands, for the superiors who may give it. */
export function ExtendButton({ month }: { month: BranchMonthScreen }) {
  const [open, setOpen] = useState(false);
  const step = stepOf[month.stage];
  if (step === undefined || !month.allowed.includes('extend')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.extension.button}</Button>
      {open ? <ExtendDialog key={step} month={month} step={step} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Given = Pick<ExtensionGiven, 'lastDay' | 'reason'>;

function ExtendDialog({ month, step, onClose }: { month: BranchMonthScreen; step: Step; onClose: () => void }) {
  const { message } = App.useApp();
  const extending = useExtension(month);
  const standing = month.next?.lastDay ?? '';
  const name = stageNames[month.stage];
  const extend = ({ lastDay, reason }: Given) => {
    const told = () => {
      void message.success(words.extension.given(name, lastDay));
      onClose();
    };
    extending.mutate({ step, lastDay, reason: reason.trim() }, { onSuccess: told });
  };
  const later = localDate.refine((day) => day > standing && day >= month.today);
  return (
    <FormDialog<Given>
      title={words.extension.title(name)}
      initial={{ lastDay: '', reason: '' }}
      pending={extending.isPending}
      onSubmit={extend}
      onClose={onClose}
    >
      <span className="muted">{words.extension.hint(standing)}</span>
      <DateField name="lastDay" label={words.extension.lastDay} min={month.today} missing={words.extension.lastDayMissing} schema={later} />
      <TextField name="reason" label={words.extension.reason} missing={words.extension.reasonMissing} rows={2} />
      {extending.error ? <RefusalAlert refused={extending.error} /> : null}
    </FormDialog>
  );
}
