import { PlusOutlined } from '@ant-design/icons';
import { localDate, sentence, typedCount, typedPoints } from '@jifen/contracts';
import { formatDate } from '@jifen/wording';
import { Button, Form, type FormItemProps, type FormRule, Input, type InputProps, Radio, Select, type SelectProps } from 'antd';
import type { ReactNode } from 'react';
import { ruleOf } from './rule-of.ts';

type Schema = Parameters<typeof ruleOf>[0];
type FieldProps = { name: NonNullable<FormItemProps['name']>; label: string; missing?: string; hint?: string };

type TextFieldProps = FieldProps & { schema?: Schema; rows?: number; placeholder?: string; rule?: FormRule };

/** A sentence, or in several rows a paragraph. */
export function TextField({ name, label, missing, schema = sentence, rows = 1, rule, ...input }: TextFieldProps) {
  return (
    <Form.Item name={name} label={label} rules={[rule ?? ruleOf(schema, missing)]}>
      {rows === 1 ? <Input {...input} /> : <Input.TextArea {...input} autoSize={{ minRows: rows, maxRows: 10 }} />}
    </Form.Item>
  );
}

type DateFieldProps = FieldProps & { min?: string; max?: string; schema?: Schema };

/** A day of its own `schema` is asked for by the same sentence as a missing one. */
export function DateField({ name, label, missing, min, max, schema }: DateFieldProps) {
  const within = localDate
    .refine((day) => min === undefined || day >= min, { params: { code: 'too-early', limit: min } })
    .refine((day) => max === undefined || day <= max, { params: { code: 'too-late', limit: max } });
  return (
    <Form.Item name={name} label={label} rules={[schema ? ruleOf(schema, missing, missing) : ruleOf(within, missing)]}>
      <Day min={min} max={max} />
    </Form.Item>
  );
}

/** The device's own date picker, with the weekday beside it. */
function Day(input: InputProps) {
  const { value } = input;
  return (
    <div className="row">
      <Input {...input} type="date" style={{ width: 180 }} />
      {typeof value === 'string' && value !== '' ? <span className="muted">{formatDate(value)}</span> : null}
    </div>
  );
}

type SelectFieldProps = FieldProps & Pick<SelectProps, 'options' | 'loading' | 'disabled' | 'allowClear' | 'mode' | 'onChange'>;

export function SelectField({ name, label, missing, hint, ...select }: SelectFieldProps) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={[ruleOf(chosen, missing)]}>
      <Select {...select} style={{ maxWidth: select.mode === 'multiple' ? 420 : 240 }} />
    </Form.Item>
  );
}

/** What may be chosen is given with the field. */
const chosen: Schema = { safeParse: () => ({}) };

type GrowingListProps = {
  name: string;
  hint?: ReactNode;
  /** What the button says, and what it adds. */
  add: string;
  added: object;
  children: (entry: { key: number; at: number; onRemove: () => void }) => ReactNode;
};

/** Entries one below the other, and a button for one more. */
export function GrowingList({ name, hint, add, added, children }: GrowingListProps) {
  return (
    <Form.List name={name}>
      {(entries, list) => (
        <div className="stack-small">
          {hint}
          {entries.map((entry) => children({ key: entry.key, at: entry.name, onRemove: () => list.remove(entry.name) }))}
          <div>
            <Button icon={<PlusOutlined />} onClick={() => list.add(added)}>
              {add}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}

type Option = { value: string | boolean; label: string };
type RadioFieldProps = FieldProps & { options: readonly Option[]; onChange?: () => void };

export function RadioField({ name, label, missing, options, onChange = () => undefined }: RadioFieldProps) {
  return (
    <div>
      <span className="field-label">{label}</span>
      <Form.Item name={name} rules={[ruleOf(chosen, missing)]}>
        <Radios aria-label={label} options={options} onChange={onChange} />
      </Form.Item>
    </div>
  );
}

type RadiosProps = { id?: string; value?: unknown; onChange?: () => void; options: readonly Option[]; 'aria-label': string };

/** The first choice has the field's id, so that the field can be given the focus. */
function Radios({ id, value = null, onChange, options, 'aria-label': label }: RadiosProps) {
  const named = options.map((option, index) => (index === 0 && id !== undefined ? { ...option, id } : option));
  return <Radio.Group aria-label={label} value={value} options={named} {...(onChange ? { onChange } : {})} />;
}

type NumberFieldProps = Omit<FieldProps, 'hint'> &
  Pick<InputProps, 'onKeyDown' | 'onPaste' | 'prefix'> & {
    'data-column'?: string;
    initial?: string;
    shown?: string;
    also?: FormRule | undefined;
  };

type PointsFieldProps = NumberFieldProps & { least?: number; most?: number };

/** Points as people write them; what cannot be read stays as it was typed. Limits in hundredths. */
export function PointsField({ least = 0, most = 10_000, ...field }: PointsFieldProps) {
  return <NumberField {...field} schema={typedPoints({ least, most })} />;
}

export function CountField(field: NumberFieldProps) {
  return <NumberField {...field} schema={typedCount} />;
}

/** `shown` is its label on the page, where a table or a picture does not say it already; `also` is asked of what can be read. */
function NumberField({ name, label, missing, initial, shown, schema, also, ...input }: NumberFieldProps & { schema: Schema }) {
  return (
    <Form.Item name={name} label={shown} initialValue={initial} validateFirst rules={[ruleOf(schema, missing), ...(also ? [also] : [])]}>
      <Input
        {...input}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        className="num"
        onFocus={(event) => event.target.select()}
      />
    </Form.Item>
  );
}
