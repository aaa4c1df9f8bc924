import { words } from '@jifen/wording';
import { Button, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormFields, type FormShape } from './entry-form.tsx';

type DialogProps<T> = FormShape<T> & { title: string; submit?: string; pending: boolean; onClose: () => void };

const look = { open: true, closable: false, width: 480, centered: true } as const;

/** A form in a dialog of its own; Enter sends it, Escape leaves it. */
export function FormDialog<T extends object>({ form: given, title, submit, pending, onClose, children, ...shape }: DialogProps<T>) {
  const [form] = Form.useForm<T>(given);
  return (
    <Modal
      {...look}
      title={title}
      onCancel={onClose}
      okButtonProps={{ htmlType: 'submit' }}
      confirmLoading={pending}
      {...(submit === undefined ? {} : { okText: submit })}
      modalRender={(dialog) => (
        <FormFields<T> {...shape} form={form}>
          {dialog}
        </FormFields>
      )}
    >
      <div className="stack">{children}</div>
    </Modal>
  );
}

type ReadAgainProps<T> = Omit<DialogProps<T>, 'submit' | 'onSubmit'> & {
  said: { next: string; back: string };
  give: string;
  /** What is read once more before it is given. */
  summary: (values: T) => ReactNode;
  /** What else must hold before it can be read again. */
  isReady?: () => boolean;
  /** `back` leads to the fields again, where the refusal is told. */
  onGive: (values: T, back: () => void) => void;
};

/** First filled in, then read once more with what follows from it, then given. */
export function ReadAgainDialog<T extends object>(props: ReadAgainProps<T>) {
  const { form: given, title, said, give, pending, summary, isReady = () => true, onGive, onClose, children, ...shape } = props;
  const [form] = Form.useForm<T>(given);
  const [read, setRead] = useState<T>();
  const back = () => setRead(undefined);
  const footer = read ? (
    <>
      <Button disabled={pending} onClick={back}>
        {said.back}
      </Button>
      <Button key="give" type="primary" autoFocus loading={pending} onClick={() => onGive(read, back)}>
        {give}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onClose}>{words.shell.cancel}</Button>
      <Button key="next" type="primary" htmlType="submit">
        {said.next}
      </Button>
    </>
  );
  return (
    <Modal
      {...look}
      title={title}
      onCancel={onClose}
      footer={footer}
      modalRender={(dialog) => (
        <FormFields<T> {...shape} form={form} onSubmit={(values) => isReady() && setRead(values)}>
          {dialog}
        </FormFields>
      )}
    >
      <div hidden={read !== undefined}>
        <div className="stack">{children}</div>
      </div>
      {read ? summary(read) : null}
    </Modal>
  );
}
