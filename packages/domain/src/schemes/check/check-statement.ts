import { isLocalDate } from '../../calendar/local-date.ts';
import { type Exact, parseExact } from '../../points/exact.ts';
import { monthNumber, type Window } from '../engine/window.ts';
import { error, type Finding } from './finding.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function outside(text: string, year: Window): boolean {
  const month = monthNumber(text);
  return month < year.from || month > year.to;
}

/** Whether a text is a month of the assessment year. */
export function checkMonth(text: string, year: Window, path: string): readonly Finding[] {
  if (!MONTH.test(text)) return [error('not-a-month', path, { text })];
  return outside(text, year) ? [error('date-outside-year', path, { text })] : [];
}

/** Whether a text is a day, and of the assessment year where one is given. */
export function checkDate(text: string, year: Window | null, path: string): readonly Finding[] {
  if (!isLocalDate(text)) return [error('not-a-date', path, { text })];
  return year && outside(text, year) ? [error('date-outside-year', path, { text })] : [];
}

/** An amount as the facts write it: a number with no more decimals than the scheme has. */
export function checkNumber(
  text: string,
  places: number,
  path: string,
): { readonly value: Exact | null; readonly findings: readonly Finding[] } {
  const value = text.includes('/') ? null : parseExact(text);
  if (!value) return { value, findings: [error('not-a-number', path, { text })] };
  const decimals = text.split('.')[1]?.length ?? 0;
  return { value, findings: decimals > places ? [error('too-many-decimals', path, { text, places: String(places) })] : [] };
}

/** Whether a count is a whole number that is not too small. */
export const checkCount = (count: number, least: 0 | 1, path: string): readonly Finding[] =>
  Number.isSafeInteger(count) && count >= least ? [] : [error('out-of-range', path, { value: String(count), range: `[${least},)` })];
