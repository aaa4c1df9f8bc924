import { formatDate } from '@jifen/wording';
import { Input } from 'antd';
import { useId } from 'react';

type DateFieldProps = {
  label: string;
  value: string;
  onChange: (date: string) => void;
  min?: string;
  max?: string;
  error?: string | undefined;
};

/** The device's own date picker, with the weekday beside it. */
export function DateField({ label, value, onChange, min, max, error }: DateFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <Input
          id={id}
          type="date"
          style={{ width: 180 }}
          value={value}
          min={min}
          max={max}
          aria-invalid={error !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {value === '' ? null : <span className="muted">{formatDate(value)}</span>}
      </div>
      <FieldError error={error} />
    </div>
  );
}

export function FieldError({ error }: { error: string | undefined }) {
  return error === undefined ? null : (
    <span className="field-error" role="alert">
      {error}
    </span>
  );
}
