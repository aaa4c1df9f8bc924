/** Points are integer hundredths, so that no sum ever rounds. */
export type Points = number & { readonly __brand: 'Points' };
export type Fraction = { readonly numerator: number; readonly denominator: number };

const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** An amount as the record stores it: a whole number of hundredths. */
export function pointsFromHundredths(value: number): Points {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of hundredths: ${value}`);
  return (value === 0 ? 0 : value) as Points;
}

/** An amount as the scoring standard writes it; finer than hundredths is a programmer's mistake. */
export function points(decimal: number | string): Points {
  const match = DECIMAL.exec(String(decimal));
  if (!match) throw new RangeError(`not an amount of points: ${decimal}`);
  const [, sign, units, fraction = ''] = match;
  const hundredths = Number(units) * 100 + Number(fraction.padEnd(2, '0'));
  return pointsFromHundredths(sign === '-' ? -hundredths : hundredths);
}

export const noPoints: Points = pointsFromHundredths(0);

/** Regulation 1: additions and deductions combined. */
export function addPoints(...amounts: readonly Points[]): Points {
  return pointsFromHundredths(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** Regulation 2-1: items are deducted one by one. */
export function subtractPoints(from: Points, ...amounts: readonly Points[]): Points {
  return pointsFromHundredths(amounts.reduce<number>((rest, amount) => rest - amount, from));
}

/** A share of an amount, rounded half up (towards the greater number) to the hundredth. */
export function scalePoints(amount: Points, numerator: number, denominator: number): Points {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`not a fraction: ${numerator}/${denominator}`);
  }
  const doubled = 2 * amount * numerator + denominator;
  const divisor = 2 * denominator;
  if (!Number.isSafeInteger(doubled)) throw new RangeError(`too large to scale exactly: ${amount} × ${numerator}`);
  const remainder = ((doubled % divisor) + divisor) % divisor;
  return pointsFromHundredths((doubled - remainder) / divisor);
}

/** An amount as the list shows it, without trailing zeros: "88", "5.5", "-3". */
export function formatPoints(amount: Points): string {
  const hundredths = Math.abs(amount);
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const units = `${amount < 0 ? '-' : ''}${Math.floor(hundredths / 100)}`;
  return fraction === '' ? units : `${units}.${fraction}`;
}
