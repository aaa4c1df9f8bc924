import { Button, type ButtonProps, Form, type FormInstance } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Question } from '../buttons.tsx';
import { StillWrong, WatchedForm } from './wrong-fields.tsx';

export type FormShape<T> = {
  form?: FormInstance<T> | undefined;
  /** As it stands when it is opened. */
  initial: T;
  onChange?: (() => void) | undefined;
  onSubmit: (values: T) => void;
  children: ReactNode;
};

/** The one form of all screens: what was typed stays as typed; at submission the first field that is wrong comes into sight and has the focus. */
export const FormFields = <T extends object>(shape: FormShape<T> & { form: FormInstance<T> }) => (
  <WatchedForm<T> {...shape} name={useId()} />
);

type EntryFormProps<T> = FormShape<T> & {
  submit: string;
  /** Asked once everything is filled in, before it is sent. */
  question?: string;
  pending?: boolean;
  button?: ButtonProps;
  /** Beside the button. */
  beside?: ReactNode;
  bar?: string;
};

export function EntryForm<T extends object>(props: EntryFormProps<T>) {
  const { form: given, submit, question, pending = false, button, beside, bar = 'row', onSubmit, children, ...rest } = props;
  const [form] = Form.useForm<T>(given);
  const [asked, setAsked] = useState<T>();
  const confirm = () => {
    setAsked(undefined);
    if (asked) onSubmit(asked);
  };
  return (
    <FormFields<T> {...rest} form={form} onSubmit={question === undefined ? onSubmit : setAsked}>
      <div className="stack">
        {children}
        <div className={bar}>
          <Button type="primary" {...button} htmlType="submit" loading={pending}>
            {submit}
          </Button>
          <StillWrong />
          {beside}
        </div>
      </div>
      {question === undefined ? null : (
        <Question title={submit} question={question} open={asked !== undefined} onYes={confirm} onNo={() => setAsked(undefined)} />
      )}
    </FormFields>
  );
}
