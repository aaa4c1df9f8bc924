import type { BranchMonthScreen, ExtensionGiven } from '@jifen/contracts';
import { stageNames, words } from '@jifen/wording';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useExtension } from '../../api/commands.ts';
import { DateField } from '../../parts/date-field.tsx';
import { RefusalAlert } from '../../parts/outcome.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { deadlineOf } from './now.tsx';

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

function ExtendDialog({ month, step, onClose }: { month: BranchMonthScreen; step: Step; onClose: () => void }) {
  const { message } = App.useApp();
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const extending = useExtension(month);
  const standing = deadlineOf(month)?.lastDay ?? '';
  const name = stageNames[month.stage];
  const later = lastDay > standing && lastDay >= month.today;
  const extend = () => {
    setChecked(true);
    if (!later || reason.trim() === '') return;
    const told = () => {
      void message.success(words.extension.given(name, lastDay));
      onClose();
    };
    extending.mutate({ step, lastDay, reason: reason.trim() }, { onSuccess: told });
  };
  return (
    <Modal
      title={words.extension.title(name)}
      open
      onOk={extend}
      onCancel={onClose}
      confirmLoading={extending.isPending}
      closable={false}
      width={420}
      centered
    >
      <div className="stack">
        <span className="muted">{words.extension.hint(standing)}</span>
        <DateField
          label={words.extension.lastDay}
          value={lastDay}
          onChange={setLastDay}
          min={month.today}
          error={checked && !later ? words.extension.lastDayMissing : undefined}
        />
        <TextField
          label={words.extension.reason}
          rows={2}
          value={reason}
          onChange={setReason}
          error={checked && reason.trim() === '' ? words.extension.reasonMissing : undefined}
        />
        {extending.error ? <RefusalAlert refused={extending.error} /> : null}
      </div>
    </Modal>
  );
}
