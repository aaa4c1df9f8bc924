import type { ApplicationBody, ApplicationForm, EntryLine, FulfilmentLine } from '@jifen/contracts';

export type RewardDraft = { key: string; item: string | undefined; amount: number | undefined; basis: string };
export type PledgeDraft = { state: FulfilmentLine['state'] | undefined; sentence: string };
export type Draft = {
  pledges: Readonly<Record<string, PledgeDraft>>;
  rewards: readonly RewardDraft[];
  lateReason: string;
  paperSignedOn: string;
};

type Filled = { fulfilments: readonly FulfilmentLine[]; rewards: readonly EntryLine[] };

export const emptyReward = (): RewardDraft => ({ key: crypto.randomUUID(), item: undefined, amount: undefined, basis: '' });
export const emptyPledge: PledgeDraft = { state: undefined, sentence: '' };

/** What was submitted before, or nothing. Rewards are not taken over from another month: each rests on a deed of its own. */
export function draftOf(form: ApplicationForm, { fulfilments, rewards }: Filled = { fulfilments: [], rewards: [] }): Draft {
  const pledges = form.pledges.map(({ pledgeId }) => {
    const known = fulfilments.find((one) => one.pledgeId === pledgeId);
    return [pledgeId, known ? { state: known.state, sentence: known.sentence ?? '' } : emptyPledge] as const;
  });
  return {
    pledges: Object.fromEntries(pledges),
    rewards: rewards.map(({ item, amount, basis }) => ({ key: crypto.randomUUID(), item, amount, basis: basis ?? '' })),
    lateReason: '',
    paperSignedOn: '',
  };
}

export type Needs = { late: boolean; onBehalf: boolean };

export function missingIn({ pledges, rewards, lateReason, paperSignedOn }: Draft, { late, onBehalf }: Needs): boolean {
  const pledgeMissing = Object.values(pledges).some(
    ({ state, sentence }) => state === undefined || (state !== 'done' && sentence.trim() === ''),
  );
  const rewardMissing = rewards.some(({ item, amount, basis }) => item === undefined || amount === undefined || basis.trim() === '');
  return pledgeMissing || rewardMissing || (late && lateReason.trim() === '') || (onBehalf && paperSignedOn === '');
}

/** Only called when nothing is missing. */
export function bodyOf({ pledges, rewards, lateReason, paperSignedOn }: Draft, { late, onBehalf }: Needs): Omit<ApplicationBody, 'actId'> {
  const sentenceOf = ({ state, sentence }: PledgeDraft) =>
    state === 'done' || sentence.trim() === '' ? {} : { sentence: sentence.trim() };
  return {
    fulfilments: Object.entries(pledges).map(([pledgeId, pledge]) => ({
      pledgeId,
      state: pledge.state ?? 'not-done',
      ...sentenceOf(pledge),
    })),
    rewards: rewards.map(({ item = '', amount = 0, basis }) => ({ item, amount, basis: basis.trim(), evidence: basis.trim() })),
    ...(late ? { lateReason: lateReason.trim() } : {}),
    ...(onBehalf ? { onBehalf: { paperSignedOn } } : {}),
  };
}
