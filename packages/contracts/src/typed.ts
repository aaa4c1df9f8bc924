import { z } from 'zod';
import { amount } from './primitives.ts';

/** Digits as they come from a Chinese keyboard: full width, with `。` for the point. */
const digits = z.string().transform((typed) => typed.normalize('NFKC').replace('。', '.').trim());

function hundredthsOf(typed: string): number {
  const [whole = '', decimals = ''] = typed.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

type Within = { least?: number; most?: number };

/** Points as a person types them, read into hundredths, within limits in hundredths. What cannot be read is refused, never rounded or cut. */
export const typedPoints = ({ least = 0, most = 10_000 }: Within = {}) =>
  digits
    .refine((typed) => /^\d{1,3}(\.\d{1,2})?$/.test(typed), { params: { code: 'unreadable-points' }, abort: true })
    .transform(hundredthsOf)
    .refine((points) => points >= least, { params: { code: 'too-few-points', limit: least } })
    .refine((points) => points <= most, { params: { code: 'too-many-points', limit: most } })
    .pipe(amount);

/** A number of people or votes as a person types it. */
export const typedCount = digits
  .refine((typed) => /^\d{1,3}$/.test(typed), { params: { code: 'unreadable-count' }, abort: true })
  .transform(Number);
