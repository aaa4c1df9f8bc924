import { saysSomething } from '@jifen/domain/text';
import { z } from 'zod';

export { saysSomething };

/** Ids are lower-case words: letters, digits and hyphens, at most 64. */
export const id = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/);

/** An act of the record: as its sender named it, or as it follows into a month evaluated with another (`<actId>.2026-07`). */
export const recordedActId = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\.20\d{2}-(0[1-9]|1[0-2]))?$/);

/** The path of an organisation from the county down, e.g. `/qinghe/lianhu/dongwan`. */
export const organisationPath = z.string().regex(/^(\/[a-z0-9-]{1,64}){1,4}$/);

/** A calendar month, `2026-10`. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** What a branch's proceeding is about: a month, `2026-10`, or a year, `2026`. */
export const period = z.union([month, z.string().regex(/^20\d{2}$/)]);

/** A day in Asia/Shanghai, `2026-10-25`; must exist in the calendar. */
export const localDate = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { abort: true })
  .refine((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), { params: { code: 'impossible-date' } });

/** Milliseconds since the epoch. */
export const instant = z.int().nonnegative().max(4_102_444_800_000);

/** Points in integer hundredths: 5.5 points are 550. May be negative. */
export const points = z.int().min(-100_000).max(100_000);

/** An amount somebody enters: never negative, in hundredths, at most 100 points. */
export const amount = z.int().min(0).max(10_000);

const typedText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(saysSomething, { params: { code: 'nothing-to-read' } });

/** A sentence somebody types: one line of up to 200 characters, of which some can be seen. */
export const sentence = typedText(200);

/** A paragraph somebody types, up to 1,000 characters. */
export const paragraph = typedText(1_000);

/** A text as the record keeps it, whatever is asked of those typed today. */
export const keptText = z.string();

/** A hash in lower-case hex. */
export const hash = z.string().regex(/^[0-9a-f]{16,64}$/);

export const round = z.int().min(1).max(99);

export const sector = z.enum(['public-institution', 'village-community', 'new-organisation']);
export type SectorName = z.infer<typeof sector>;
