import type { Clock } from '@jifen/contracts';
import { z } from 'zod';
import type { KeptCalendar } from './calendar/county-calendar.ts';
import type { MonthExtensions } from './deadlines/month-extensions.ts';
import type { KeptEvaluation } from './evaluation/county-evaluation.ts';
import { keptReader } from './record/versioned.stored.ts';

const days = z.array(z.string());

export const clocks = keptReader<Clock>('clocks', z.object({ anchorReal: z.number(), anchorBusiness: z.number(), speed: z.number() }));

export const calendars = keptReader<KeptCalendar>(
  'calendars',
  z.object({
    year: z.number(),
    holidays: days,
    makeUpDays: days,
    unconfirmed: z.literal(true).exactOptional(),
    changed: z.object({ at: z.number(), reason: z.string() }).exactOptional(),
  }),
);

export const evaluations = keptReader<KeptEvaluation>(
  'evaluations',
  z.object({
    versions: z.array(
      z.object({
        from: z.string(),
        evaluation: z.enum(['month', 'quarter']),
        merged: z.array(z.tuple([z.string(), z.string()])),
        at: z.number(),
        reason: z.string(),
      }),
    ),
  }),
);

export const extensions = keptReader<MonthExtensions>(
  'extensions',
  z.object({
    extensions: z.array(
      z.object({ step: z.enum(['application', 'registration', 'review', 'meeting']), lastDay: z.string(), reason: z.string() }),
    ),
    personal: z.array(z.object({ memberId: z.string(), lastDay: z.string(), reason: z.string() })).exactOptional(),
  }),
);
