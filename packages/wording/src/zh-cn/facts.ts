import { formatDate, formatInstant, formatMonth, formatPoints, lastDayBefore } from '../format.ts';

/** The facts of a code: ids, numbers, dates. */
export type Facts = Readonly<Record<string, unknown>>;
export type Sentence = (facts: Facts) => string;

export const numberIn = (facts: Facts, key: string): number | undefined => {
  const value = facts[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const textIn = (facts: Facts, key: string): string | undefined => {
  const value = facts[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Amounts come as hundredths or, in traces, already as decimal text. */
export const pointsText = (value: unknown): string => {
  if (typeof value === 'number') return formatPoints(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? value : '若干';
};

export const dateText = (value: unknown): string | undefined => {
  if (typeof value === 'number') return formatInstant(value);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : undefined;
};

export const monthText = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? formatMonth(value) : '本月';

/** The last day of a period whose end is an exclusive midnight, or a date unchanged. */
export const dayText = (facts: Facts, key: string): string | undefined => {
  const value = facts[key];
  return typeof value === 'number' ? formatDate(lastDayBefore(value)) : dateText(value);
};
