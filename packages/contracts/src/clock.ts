import { z } from 'zod';
import { instant } from './primitives.ts';

/** Business time runs from `anchorBusiness` at `anchorReal` with `speed`; 0 stands still. */
export const clock = z.strictObject({ anchorReal: instant, anchorBusiness: instant, speed: z.number().min(0).max(100_000) });
export type Clock = z.infer<typeof clock>;

/** Business time at a real instant, both in milliseconds. */
export const businessTime = ({ anchorReal, anchorBusiness, speed }: Clock, realNow: number): number =>
  anchorBusiness + (realNow - anchorReal) * speed;

export const advanceRequest = z.union([z.strictObject({ to: instant }), z.strictObject({ workingDays: z.int().min(1).max(30) })]);
