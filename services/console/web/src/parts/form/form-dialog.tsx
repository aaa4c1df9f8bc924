import { words } from '@jifen/wording';
import type { UseMutationResult } from '@tanstack/react-query';
import { App, Button, Form, Modal, type ModalProps } from 'antd';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { Refused } from '../../api/client.ts';
import { RefusalAlert } from '../outcome.tsx';
import { FormFields, type FormShape } from './entry-form.tsx';
import { StillWrong } from './wrong-fields.tsx';

type Sending<T, Asked> = {
  command: Pick<UseMutationResult<unknown, Refused, Asked>, 'mutate' | 'isPending' | 'error'>;
  /** What is asked for by what was filled in, and what is told once it is done. */
  ask: (values: T) => Asked;
  told: (values: T) => string;
  onClose: () => void;
  /** Once it is told, instead of closing. */
  onDone?: () => void;
};
type DialogProps<T, Asked> = Omit<FormShape<T>, 'onSubmit'> &
  Sending<T, Asked> & { title: string; submit?: string; Refusal?: ComponentType<{ refused: Refused }> };

function useSending<T, Asked>({ command, ask, told, onClose, onDone = onClose }: Sending<T, Asked>) {
  const { message } = App.useApp();
  return (values: T, onError = () => {}) => {
    const onSuccess = () => {
      void message.success(told(values));
      onDone();
    };
    command.mutate(ask(values), { onSuccess, onError });
  };
}

type Fields<T> = Pick<FormShape<T>, 'form' | 'initial' | 'onChange' | 'onSubmit'>;

function FormModal<T extends object>({ fields, ...modal }: ModalProps & { fields: Fields<T> }) {
  const [form] = Form.useForm<T>(fields.form);
  const within = (dialog: ReactNode) => (
    <FormFields<T> {...fields} form={form}>
      {dialog}
    </FormFields>
  );
  return <Modal {...modal} open closable={false} width={480} centered modalRender={within} />;
}

/** A form in a dialog of its own; Enter sends it, Escape leaves it, a refusal is told in it. */
export function FormDialog<T extends object, Asked>(props: DialogProps<T, Asked>) {
  const { form, initial, onChange, title, submit, command, onClose, Refusal = RefusalAlert, children } = props;
  const send = useSending(props);
  return (
    <FormModal<T>
      fields={{ form, initial, onChange, onSubmit: (values) => send(values) }}
      title={title}
      onCancel={onClose}
      okText={submit}
      okButtonProps={{ htmlType: 'submit' }}
      confirmLoading={command.isPending}
      footer={(buttons) => (
        <>
          <StillWrong /> {buttons}
        </>
      )}
    >
      <div className="stack">
        {children}
        {command.error ? <Refusal refused={command.error} /> : null}
      </div>
    </FormModal>
  );
}

type ReadAgainProps<T, Asked> = Omit<DialogProps<T, Asked>, 'submit' | 'onDone'> & {
  give: string;
  /** What is read once more before it is given. */
  summary: (values: T) => ReactNode;
  /** Why it cannot be read again yet, though everything is filled in. */
  notReady?: (values: T) => string | undefined;
};

/** First filled in, then read once more with what follows from it, then given; a refusal leads to the fields again. */
export function ReadAgainDialog<T extends object, Asked>(props: ReadAgainProps<T, Asked>) {
  const { form, initial, onChange, title, give, command, summary, notReady, onClose, Refusal = RefusalAlert, children } = props;
  const [read, setRead] = useState<T>();
  const [hindrance, setHindrance] = useState<string>();
  const back = () => setRead(undefined);
  const send = useSending(props);
  const footer = read ? (
    <>
      <Button disabled={command.isPending} onClick={back}>
        {words.shell.back}
      </Button>
      <Button key="give" type="primary" autoFocus loading={command.isPending} onClick={() => send(read, back)}>
        {give}
      </Button>
    </>
  ) : (
    <>
      <StillWrong otherwise={hindrance} />
      <Button onClick={onClose}>{words.shell.cancel}</Button>
      <Button key="next" type="primary" htmlType="submit">
        {words.shell.next}
      </Button>
    </>
  );
  const onSubmit = (values: T) => {
    const why = notReady?.(values);
    setHindrance(why);
    if (why === undefined) setRead(values);
  };
  const changed = () => {
    setHindrance(undefined);
    onChange?.();
  };
  return (
    <FormModal<T> fields={{ form, initial, onChange: changed, onSubmit }} title={title} onCancel={onClose} footer={footer}>
      <div hidden={read !== undefined}>
        <div className="stack">
          {children}
          {command.error ? <Refusal refused={command.error} /> : null}
        </div>
      </div>
      {read ? summary(read) : null}
    </FormModal>
  );
}
