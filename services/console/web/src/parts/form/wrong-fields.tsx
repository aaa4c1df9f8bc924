import { words } from '@jifen/wording';
import { Collapse, type CollapseProps, Form, type FormInstance } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useReducer, useRef, useState } from 'react';

type Name = readonly (string | number)[];
/** What kept the form from being sent, as far as it is not mended yet; `tries` counts how often that happened. */
type WrongFields = { tries: number; names: readonly Name[] };

const none: WrongFields = { tries: 0, names: [] };
const Wrong = createContext(none);

const sameNames = (a: readonly Name[], b: readonly Name[]) => JSON.stringify(a) === JSON.stringify(b);

function useWrongFields<T>(form: FormInstance<T>) {
  const [wrong, setWrong] = useState(none);
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (wrong.tries === 0) return;
    const names = form.getFieldsError().flatMap(({ name, errors }) => (errors.length > 0 ? [name] : []));
    if (!sameNames(names, wrong.names)) setWrong({ ...wrong, names });
  });
  const onFinishFailed = ({ errorFields }: { errorFields: { name: Name }[] }) =>
    setWrong(({ tries }) => ({ tries: tries + 1, names: errorFields.map(({ name }) => name) }));
  return { wrong, lookAgain, onFinishFailed, onSent: () => setWrong(none) };
}

type WatchedFormProps<T> = {
  form: FormInstance<T>;
  initial: T;
  name: string;
  onChange?: (() => void) | undefined;
  onSubmit: (values: T) => void;
  children: ReactNode;
};

/** A form that knows which of its fields keep it from being sent. */
export function WatchedForm<T extends object>({ form, initial, name, onChange, onSubmit, children }: WatchedFormProps<T>) {
  const { wrong, lookAgain, onFinishFailed, onSent } = useWrongFields(form);
  return (
    <Form<T>
      form={form}
      name={name}
      layout="vertical"
      noValidate
      initialValues={initial}
      onFinish={() => {
        onSent();
        onSubmit(form.getFieldsValue(true));
      }}
      onFinishFailed={onFinishFailed}
      onFieldsChange={lookAgain}
      onValuesChange={() => {
        lookAgain();
        onChange?.();
      }}
    >
      <Wrong value={wrong}>{children}</Wrong>
    </Form>
  );
}

/** Beside the button that sends: how much is still wrong, wherever it is. */
export function StillWrong({ otherwise }: { otherwise?: string | undefined }) {
  const { names } = useContext(Wrong);
  const said = names.length > 0 ? words.shell.stillWrong(names.length) : otherwise;
  return said === undefined ? null : (
    <span role="alert" className="field-error">
      {said}
    </span>
  );
}

type FoldsProps = { items: NonNullable<CollapseProps['items']> };

/** Parts of a form that are folded away, each under the name of the field that it holds; one with an error opens. */
export function Folds({ items }: FoldsProps) {
  const form = Form.useFormInstance();
  const { tries, names } = useContext(Wrong);
  const [seen, setSeen] = useState(0);
  const [open, setOpen] = useState<string[]>([]);
  const [first] = names;
  const folded = first !== undefined && items.some(({ key }) => key === first[0]) ? first : undefined;
  if (tries !== seen) {
    setSeen(tries);
    setOpen([...new Set([...open, ...names.map(([part]) => String(part))])]);
  }
  const shown = useRef(0);
  useEffect(() => {
    if (shown.current === tries) return;
    shown.current = tries;
    // The content of a panel comes into sight in a later render than the one that opens it.
    if (folded) requestAnimationFrame(() => form.scrollToField([...folded], { block: 'center', focus: true }));
  });
  return <Collapse items={items} activeKey={open} onChange={setOpen} />;
}
