import { InputNumber } from 'antd';
import type { KeyboardEvent } from 'react';

type PointsInputProps = {
  label: string;
  /** Hundredths. */
  value: number | undefined;
  onChange: (hundredths: number | undefined) => void;
  maximum?: number;
  disabled?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  gridRow?: number;
};

/** Points typed as people write them, kept in whole hundredths. */
export function PointsInput({ label, value, onChange, maximum, disabled = false, onKeyDown, gridRow }: PointsInputProps) {
  return (
    <InputNumber<number>
      controls={false}
      aria-label={label}
      min={0}
      {...(maximum === undefined ? {} : { max: maximum / 100 })}
      precision={2}
      step={0.5}
      keyboard={onKeyDown === undefined}
      formatter={(typed) => trimmed(typed)}
      value={value === undefined ? null : value / 100}
      disabled={disabled}
      style={{ width: 88 }}
      data-grid-row={gridRow}
      onFocus={(event) => event.target.select()}
      onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 100) : undefined)}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    />
  );
}

const trimmed = (typed: number | string | undefined) =>
  String(typed ?? '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
