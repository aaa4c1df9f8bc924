import { describe, expect, it } from '@jest/globals';
import { type ExemptionOpinion, exemptionState, exemptionSteps, giveOpinion, takesPartInPoints } from './exemption.ts';

const agreed = (count: number): ExemptionOpinion[] => exemptionSteps.slice(0, count).map((step) => ({ step, agreed: true }));

describe('exemption from points (regulation 2-2, A17)', () => {
  it('asks the member first, then the branch, the supervising committee, and the county last', () =>
    expect([0, 1, 2, 3].map((count) => exemptionState(agreed(count)))).toEqual([
      { status: 'open', next: 'own-wish' },
      { status: 'open', next: 'branch' },
      { status: 'open', next: 'supervising-committee' },
      { status: 'open', next: 'county-organisation-department' },
    ]));

  it('is approved when all four agree, and only then takes the member out of the points', () => {
    expect(exemptionState(agreed(4))).toEqual({ status: 'approved' });
    expect([takesPartInPoints(agreed(3)), takesPartInPoints(agreed(4))]).toEqual([true, false]);
  });

  it('refused by the county after all others agreed: the member takes part normally (S-14)', () => {
    const refused = [...agreed(3), { step: 'county-organisation-department', agreed: false } as const];
    expect(exemptionState(refused)).toEqual({ status: 'refused', at: 'county-organisation-department' });
    expect(takesPartInPoints(refused)).toBe(true);
  });

  it('takes the opinions in their order only', () => {
    expect(giveOpinion([], { step: 'own-wish', agreed: true })).toEqual({ ok: true, value: [{ step: 'own-wish', agreed: true }] });
    expect(giveOpinion([], { step: 'branch', agreed: true })).toEqual({ ok: false, refusal: { code: 'wrong-step', expected: 'own-wish' } });
  });

  it('takes no opinion once it is decided', () => {
    expect(giveOpinion([{ step: 'own-wish', agreed: false }], { step: 'branch', agreed: true })).toMatchObject({
      refusal: { code: 'exemption-decided' },
    });
    expect(giveOpinion(agreed(4), { step: 'own-wish', agreed: true })).toMatchObject({ refusal: { status: 'approved' } });
  });
});
