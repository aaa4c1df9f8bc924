import { Input } from 'antd';
import { useId } from 'react';
import { FieldError } from './date-field.tsx';

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  error?: string | undefined;
};

export function TextField({ label, value, onChange, rows = 1, maxLength = 200, placeholder, error }: TextFieldProps) {
  const id = useId();
  const shared = { id, value, maxLength, 'aria-invalid': error !== undefined, ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: rows, maxRows: 10 }} onChange={(event) => onChange(event.target.value)} />
      )}
      <FieldError error={error} />
    </div>
  );
}
