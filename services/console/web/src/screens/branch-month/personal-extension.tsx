import type { BranchMonthScreen, MonthRow, PersonalExtension } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { usePersonalExtension } from '../../api/commands.ts';
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
  const [form] = Form.useForm<PersonalExtension>();
  const extending = usePersonalExtension(month, row.memberId);
  const lastDayOf = (step: string) => month.deadlines.find((deadline) => deadline.step === step)?.lastDay ?? '';
  const registration = lastDayOf('registration');
  const standing = row.personalLastDay ?? lastDayOf('application');
  const isLater = (day = '') => day > standing && day >= month.today;
  const extend = (given: PersonalExtension) => {
    const told = () => {
      void message.success(words.extension.personal.given(row.name, given.lastDay));
      onClose();
    };
    extending.mutate({ ...given, reason: given.reason.trim() }, { onSuccess: told });
  };
  const checkDay = async (_rule: unknown, day?: string) => {
    if (!isLater(day)) throw new Error(words.extension.lastDayMissing);
  };
  return (
    <Modal
      title={words.extension.personal.title(row.name)}
      open
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={extending.isPending}
      closable={false}
      width={420}
      centered
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={extend}>
        <p className="muted">{words.extension.personal.hint(registration)}</p>
        <Form.Item name="lastDay" label={words.extension.lastDay} rules={[{ validator: checkDay }]}>
          <Input type="date" min={month.today} max={registration} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.extension.reason}
          rules={[{ required: true, whitespace: true, message: words.extension.reasonMissing }]}
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 10 }} />
        </Form.Item>
      </Form>
      {extending.error ? <RefusalAlert refused={extending.error} /> : null}
    </Modal>
  );
}
