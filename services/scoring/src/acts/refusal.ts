import type { Act, ActRefusal } from './act.store.ts';

/** A refusal as it is kept: its code, and its facts beside it. */
export function refusalOf({ code, ...facts }: { code: string }): ActRefusal {
  return { code, facts };
}

/** Why an act could not be recorded, whatever it says. */
export type RecordRefusal =
  | { code: 'not-found' }
  /** The same id was sent with another body. */
  | { code: 'different-body'; actId: string }
  /** Somebody else was first: who, and when. */
  | { code: 'decided-by-another'; actId: string; by: string; at: number };

export const decidedBy = ({ _id: actId, by, at }: Act): RecordRefusal => ({
  code: 'decided-by-another',
  actId,
  by: by.memberId ?? by.personId,
  at,
});
