import { z } from 'zod';
import { instant } from './primitives.ts';

/** Business time = anchorBusiness + (real − anchorReal) × speed. Speed 0 stands still. */
export const clock = z.strictObject({ anchorReal: instant, anchorBusiness: instant, speed: z.number().min(0).max(100_000) });
export type Clock = z.infer<typeof clock>;

export const advanceRequest = z.union([z.strictObject({ to: instant }), z.strictObject({ workingDays: z.int().min(1).max(30) })]);
