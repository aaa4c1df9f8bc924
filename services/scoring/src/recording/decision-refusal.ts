import type { AccessRefusal } from '../access/access.ts';
import type { EffectRefusal } from '../month-acts/effect.ts';

export type DecisionRefusal =
  | AccessRefusal
  | EffectRefusal
  /** The same id was sent with another body. */
  | { code: 'different-body'; actId: string }
  /** Somebody else was first: who, and when. */
  | { code: 'decided-by-another'; actId: string; by: string; at: number };
