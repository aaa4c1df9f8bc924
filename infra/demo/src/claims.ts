import type { ApplicationBody, LineValuesShape } from '@jifen/contracts';
import { randomOf } from './random.ts';
import { reasonsPartlyDone } from './words.ts';

type Line = { memberId: string; period: string };

/** Four of a hundred never apply; the branch registers what it knows. */
export const appliesAtAll = ({ memberId, period }: Line) => !randomOf(`applies ${memberId} ${period}`).chance(4);

/** A member's claim of a month: nearly everything done, sometimes a commendation. */
export function claimOf({ memberId, period }: Line, pledgeIds: readonly string[]): Pick<ApplicationBody, 'fulfilments' | 'rewards'> {
  const random = randomOf(`claim ${memberId} ${period}`);
  const fulfilments = pledgeIds.map((pledgeId) =>
    random.chance(90)
      ? { pledgeId, state: 'done' as const }
      : { pledgeId, state: 'partly-done' as const, sentence: random.pick<string>(reasonsPartlyDone) },
  );
  const commended = {
    item: 'commendation-below-county',
    amount: 100,
    basis: '受到镇级通报表扬',
    evidence: `澄通报〔2026〕${3 + random.below(40)}号`,
  };
  return { fulfilments, rewards: random.chance(6) ? [commended] : [] };
}

/** What the recorder adds to a line at the registration. */
export function deductionsOf({ memberId, period }: Line): LineValuesShape['deductions'] {
  const absent = randomOf(`attendance ${memberId} ${period}`).chance(5);
  return absent ? [{ item: 'unexcused-absence', amount: 50, basis: '主题党日无故缺席一次' }] : [];
}
