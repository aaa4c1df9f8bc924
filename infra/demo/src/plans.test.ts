import { describe, expect, it } from '@jest/globals';
import { yearPlan } from '@jifen/contracts';
import { checkCeilings, checkPledges, memberId, pointsFromHundredths } from '@jifen/domain';
import { branches, demoCounty } from './demo-county.ts';
import { peopleOf } from './people.ts';
import { yearPlans } from './plans.ts';

const plans = yearPlans(demoCounty, peopleOf(demoCounty));
const exactly70 = { id: 'task', title: '', each: '[5,6]', step: '0.01', total: '70' };
const fourKinds = [{ item: 'pledges', classes: ['without-post'], kinds: ['common', 'post', 'practical', 'self-discipline'] }];

describe('the year plans of the demo county', () => {
  it('are one to a branch, and the same every time', () => {
    expect(plans.map(({ branchId }) => branchId)).toEqual(branches.map(({ id }) => id));
    expect(yearPlans(demoCounty, peopleOf(demoCounty))).toEqual(plans);
  });

  it('have ten months of six points and two of five, seventy in all', () => {
    for (const { policy, ceilings } of plans) {
      expect(ceilings.toSorted((a, b) => a - b)).toEqual([500, 500, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600]);
      expect(ceilings.reduce((sum, ceiling) => sum + ceiling, 0)).toBe(7_000);
      expect(policy).toBe('exact-70');
      expect(checkCeilings(exactly70, ceilings.map(pointsFromHundredths)).ok).toBe(true);
    }
  });

  it('are what the service takes, and adopted line by line', () => {
    for (const plan of plans) expect(yearPlan.safeParse(plan).error).toBeUndefined();
    const pledges = plans.flatMap((plan) => plan.pledges).map((pledge) => ({ ...pledge, memberId: memberId(pledge.memberId) }));
    for (const { membership } of peopleOf(demoCounty)) {
      if (!membership) continue;
      const own = pledges.filter((pledge) => pledge.memberId === membership.memberId);
      expect(checkPledges(fourKinds, membership.class === 'with-post' ? 'in-post' : 'without-post', own)).toEqual({ ok: true, value: own });
    }
  });
});
