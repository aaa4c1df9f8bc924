/** A number without any rounding: a reduced fraction of whole numbers, the denominator positive. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** What happens at the last place kept; half-up goes towards the greater number, as amounts in hundredths do. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

const AS_WRITTEN = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?(?:\/([1-9]\d{0,11}))?$/;
/** A result may have more digits than people write: up to 900, which as a power of two make 3,000 decimal places. */
const AS_COMPUTED = /^(-?)(\d{1,900})(?:\.(\d{1,3000}))?(?:\/([1-9]\d{0,899}))?$/;
const longest = 10n ** 900n;

class NumberTooLong extends RangeError {}

/** The result, or null beyond 900 digits: nobody reads such a number, and squaring it a few times takes for ever. */
export function unlessTooLong<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (failure) {
    if (failure instanceof NumberTooLong) return null;
    throw failure;
  }
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function readable(numerator: bigint, denominator: bigint): Exact {
  if (numerator >= longest || numerator <= -longest || denominator >= longest) throw new NumberTooLong('more than 900 digits');
  return { numerator, denominator };
}

function reduced(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 1n) return readable(numerator, denominator);
  const shared = greatestCommonDivisor(numerator, denominator);
  return readable(numerator / shared, denominator / shared);
}

export const zero: Exact = { numerator: 0n, denominator: 1n };

/** A whole number of something. */
export function whole(count: number): Exact {
  return { numerator: BigInt(count), denominator: 1n };
}

function parse(match: RegExpExecArray | null): Exact | null {
  if (!match) return null;
  const [, sign, units = '', fraction = '', divisor = '1'] = match;
  const size = BigInt(units + fraction);
  return unlessTooLong(() => reduced(sign === '-' ? -size : size, 10n ** BigInt(fraction.length) * BigInt(divisor)));
}

/** A number as a scheme or a fact writes it: "0.5", "-2", "1/3"; null if it is none. */
export function parseExact(text: string): Exact | null {
  return parse(AS_WRITTEN.exec(text));
}

/** A number as `exactText` wrote it, however long; null if it is none. */
export function parseResult(text: string): Exact | null {
  return parse(AS_COMPUTED.exec(text));
}

/** The same for a number that was checked before; anything else is a programmer's mistake. */
export function exact(text: string): Exact {
  const parsed = parseExact(text) ?? parseResult(text);
  if (!parsed) throw new RangeError(`not a number: ${text}`);
  return parsed;
}

/** The sum of two numbers. */
export function plus(left: Exact, right: Exact): Exact {
  if (left.denominator === right.denominator) return reduced(left.numerator + right.numerator, left.denominator);
  return reduced(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);
}

/** A difference. */
export function minus(left: Exact, right: Exact): Exact {
  return plus(left, { numerator: -right.numerator, denominator: right.denominator });
}

/** A product. */
export function times(left: Exact, right: Exact): Exact {
  return reduced(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** A share; the divisor is not zero. */
export function dividedBy(left: Exact, right: Exact): Exact {
  if (right.numerator === 0n) throw new RangeError('divided by zero');
  const sign = right.numerator < 0n ? -1n : 1n;
  return reduced(sign * left.numerator * right.denominator, sign * left.denominator * right.numerator);
}

/** Compares two numbers (negative, zero, positive). */
export function compare(left: Exact, right: Exact): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function floorDivision(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Rounds to a number of decimal places; only where a scheme says so. */
export function rounded(value: Exact, places: number, mode: RoundingMode): Exact {
  const scale = 10n ** BigInt(places);
  const numerator = value.numerator * scale;
  const below = floorDivision(numerator, value.denominator);
  const rest = numerator - below * value.denominator;
  if (rest === 0n) return value;
  const doubled = rest * 2n - value.denominator;
  const lifted = mode === 'up' || (mode !== 'down' && (doubled > 0n || (doubled === 0n && (mode === 'half-up' || below % 2n !== 0n))));
  return reduced(lifted ? below + 1n : below, scale);
}

/** The decimal places of a reduced fraction, or null where they never end. */
function placesOf(denominator: bigint): number | null {
  let [twos, fives, rest] = [0, 0, denominator];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** The number in full: a decimal that ends ("88.35"), else a fraction ("1441/15"). */
export function exactText({ numerator, denominator }: Exact): string {
  if (denominator === 1n) return numerator.toString();
  const places = placesOf(denominator);
  if (places === null) return `${numerator}/${denominator}`;
  const size = ((numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places)) / denominator;
  const digits = size.toString().padStart(places + 1, '0');
  return `${numerator < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
