import type { ApplicationBody, ApplicationForm, FulfilmentLine } from '@jifen/contracts';
import { type EntryDraft, entriesOf, entryDrafts, filledIn } from '../../parts/form/entry-draft.ts';

export type PledgeDraft = { state?: FulfilmentLine['state']; sentence: string };
export type Draft = {
  pledges: Readonly<Record<string, PledgeDraft>>;
  rewards: readonly EntryDraft[];
  lateReason: string;
  /** Of an entry on behalf: from a signed paper, or by telephone. */
  way: 'paper' | 'telephone';
  paperSignedOn: string;
};

type Filled = Pick<NonNullable<ApplicationForm['submitted']>, 'fulfilments' | 'rewards' | 'lateReason' | 'paper' | 'telephone'>;
const nothing: Filled = { fulfilments: [], rewards: [] };

/** What was submitted before, or nothing. Rewards are not taken over from another month: each rests on a deed of its own. */
export function draftOf(form: Pick<ApplicationForm, 'pledges'>, before: Filled = nothing): Draft {
  const { fulfilments, rewards, lateReason = '', paper, telephone } = before;
  const way = telephone ? 'telephone' : 'paper';
  const pledges = form.pledges.map(({ pledgeId }): [string, PledgeDraft] => {
    const known = fulfilments.find((one) => one.pledgeId === pledgeId);
    return [pledgeId, known ? { state: known.state, sentence: known.sentence ?? '' } : { sentence: '' }];
  });
  return { pledges: Object.fromEntries(pledges), rewards: entryDrafts(rewards), lateReason, way, paperSignedOn: paper?.signedOn ?? '' };
}

/** The states of last month, to be checked one by one; what was said of them then is not said again, what was typed now stays. */
export const withStatesOf = (pledges: Draft['pledges'], last: readonly FulfilmentLine[]): Draft['pledges'] =>
  Object.fromEntries(
    Object.entries(pledges).map(([pledgeId, draft]): [string, PledgeDraft] => {
      const state = last.find((one) => one.pledgeId === pledgeId)?.state;
      return [pledgeId, state === undefined ? draft : { ...draft, state }];
    }),
  );

export type Needs = { late: boolean; onBehalf: boolean };

/** Only of a complete draft. A sentence belongs to what was not done in full. */
export function bodyOf(
  { pledges, rewards, lateReason, way, paperSignedOn }: Draft,
  { late, onBehalf }: Needs,
): Omit<ApplicationBody, 'actId'> {
  return {
    fulfilments: Object.entries(pledges).map(([pledgeId, { state = 'not-done', sentence }]) => ({
      pledgeId,
      state,
      ...(state === 'done' ? {} : filledIn('sentence', sentence)),
    })),
    rewards: entriesOf(rewards),
    ...(late ? filledIn('lateReason', lateReason) : {}),
    ...(onBehalf ? { onBehalf: way === 'telephone' ? { way } : { paperSignedOn } } : {}),
  };
}
