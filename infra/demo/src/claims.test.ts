import { describe, expect, it } from '@jest/globals';
import { applicationBody } from '@jifen/contracts';
import { appliesAtAll, claimOf, deductionsOf } from './claims.ts';
import { demoCounty } from './demo-county.ts';
import { peopleOf } from './people.ts';
import { yearPlans } from './plans.ts';

const period = '2026-08';
const pledges = yearPlans(demoCounty, peopleOf(demoCounty)).flatMap((plan) => plan.pledges);
const members = peopleOf(demoCounty).flatMap(({ membership }) => membership?.memberId ?? []);
const ownOf = (memberId: string) => pledges.filter((pledge) => pledge.memberId === memberId).map(({ id }) => id);

describe('what members of the demo claim', () => {
  it('is what the service takes: a sentence wherever something was not done in full', () => {
    for (const memberId of members) {
      const claim = claimOf({ memberId, period }, ownOf(memberId));
      expect(applicationBody.safeParse({ actId: `demo-${memberId}`, ...claim }).error).toBeUndefined();
      for (const { state, sentence } of claim.fulfilments) expect(state === 'done').toBe(sentence === undefined);
    }
  });

  it('differs from month to month and is the same every time', () => {
    const all = (month: string) => members.map((memberId) => claimOf({ memberId, period: month }, ownOf(memberId)));
    expect(all(period)).toEqual(all(period));
    expect(all(period)).not.toEqual(all('2026-09'));
  });

  it('leaves a few who never apply, and a few absences', () => {
    expect(members.filter((memberId) => !appliesAtAll({ memberId, period })).length).toBeLessThan(15);
    expect(members.flatMap((memberId) => deductionsOf({ memberId, period })).length).toBeLessThan(20);
  });
});
