import type { Step } from './figure.ts';

/** A fraction with its own arithmetic: nothing here comes from the engine. */
type Fraction = readonly [top: bigint, bottom: bigint];

function read(text: string): Fraction {
  const [number = '', divisor = '1'] = text.split('/');
  const [units = '', decimals = ''] = number.split('.');
  return [BigInt(`${units}${decimals}`), 10n ** BigInt(decimals.length) * BigInt(divisor)];
}
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const same = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => (b > 0n === d > 0n ? a * d < c * b : a * d > c * b);
const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(add, [0n, 1n]);
const over = (part: Fraction, [a, b]: Fraction): Fraction => (a < 0n ? multiply(part, [-b, -a]) : multiply(part, [b, a]));

/** Distance and side of a rounded number, instead of rounding it again. */
function isRounded(from: Fraction, to: Fraction, places: number, mode: string): boolean {
  const unit: Fraction = [1n, 10n ** BigInt(places)];
  const difference = add(to, [-from[0], from[1]]);
  const [whole, rest] = over(to, unit);
  if (whole % rest !== 0n) return false;
  const size: Fraction = [difference[0] < 0n ? -difference[0] : difference[0], difference[1]];
  if (mode === 'up') return !less(difference, [0n, 1n]) && less(difference, unit);
  if (mode === 'down') return !less([0n, 1n], difference) && less(size, unit);
  return !less(over(unit, [2n, 1n]), size);
}

function known(step: Step): readonly Fraction[] {
  return step.of.flatMap(({ result }) => (result === null ? [] : [read(result)]));
}

function expected(step: Step, parts: readonly Fraction[]): Fraction | 'given' {
  const [first = [0n, 1n] as const] = parts;
  const named = (name: string): Fraction => read(step.values[name] ?? '0');
  const highest = parts.reduce((best, next) => (less(best, next) ? next : best), first);
  switch (step.rule) {
    case 'sum':
    case 'weighted':
      return sum(parts);
    case 'product':
      return parts.reduce(multiply, [1n, 1n]);
    case 'mean':
      return over(sum(parts), named('divisor'));
    case 'highest':
      return highest;
    case 'lowest':
      return parts.reduce((best, next) => (less(next, best) ? next : best), first);
    case 'last':
    case 'selected':
    case 'chosen':
    case 'when':
    case 'within':
    case 'surplus-so-far':
      return first;
    case 'times':
      return multiply(first, named('by'));
    case 'plus':
      return add(first, named('amount'));
    case 'free':
      return less(named('upTo'), first) ? add(first, multiply(named('upTo'), [-1n, 1n])) : [0n, 1n];
    case 'table':
      return step.values.times === undefined ? named('value') : add(multiply(first, named('times')), named('plus'));
    case 'at-most':
      return less(named('limit'), first) ? named('limit') : first;
    case 'at-least':
      return less(first, named('limit')) ? named('limit') : first;
    case 'carried':
      return multiply(first, named('share'));
    case 'part-of-year':
      if (step.values.ceilings !== undefined) return over(multiply(first, named('to')), named('ceilings'));
      return over(multiply(first, named('of')), named('periods'));
    default:
      return 'given';
  }
}

/** The result of a step's rule on the results below it; the step's own result where the rule uses the facts. */
export function recomputed(step: Step): string | null {
  const { result } = step;
  if (result === null) return step.rule === 'absent' ? null : 'a number is missing';
  const parts = known(step);
  if (step.rule === 'round')
    return isRounded(parts[0] ?? [0n, 1n], read(result), Number(step.values.places), step.values.mode ?? '') ? result : 'not rounded so';
  const value = expected(step, parts);
  if (value === 'given') return result;
  return same(value, read(result)) ? result : `${value[0]}/${value[1]}`;
}
