import type { ActRefusal } from './act.store.ts';

/** A refusal as it is kept: its code, and its facts beside it. */
export function refusalOf({ code, ...facts }: { code: string }): ActRefusal {
  return { code, facts };
}
