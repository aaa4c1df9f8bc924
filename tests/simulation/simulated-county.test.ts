import { describe, expect, it } from '@jest/globals';
import { importRequest, yearPlan } from '@jifen/contracts';
import { organisationsOf } from '../../infra/demo/src/county.ts';
import { peopleOf, postsOf } from '../../infra/demo/src/people.ts';
import { yearPlans } from '../../infra/demo/src/plans.ts';
import { simulatedCounty } from './simulated-county.ts';

const county = simulatedCounty({ seed: '1', branches: 300 });
const people = peopleOf(county);
const different = (values: readonly unknown[]) => new Set(values).size === values.length;
const sizes = county.branches.map(({ size }) => size);

describe('a simulated county', () => {
  it('is the same for the same seed', () => {
    expect(simulatedCounty({ seed: '1', branches: 300 })).toEqual(county);
    expect(simulatedCounty({ seed: '2', branches: 300 })).not.toEqual(county);
  });

  it('has branches of 3 to 80 members, with party days from the 1st to the 28th', () => {
    expect([Math.min(...sizes), Math.max(...sizes) > 70, Math.max(...sizes) <= 80]).toEqual([3, true, true]);
    const days = county.branches.map(({ partyDay }) => partyDay);
    expect([Math.min(...days), Math.max(...days)]).toEqual([1, 28]);
  });

  it('has twenty branches under a committee, and all three sectors', () => {
    expect(county.committees).toHaveLength(15);
    for (const { id } of county.committees) expect(county.branches.filter(({ committee }) => committee === id)).toHaveLength(20);
    expect(new Set(county.branches.map(({ sector }) => sector)).size).toBe(3);
  });

  it('has a committee in exactly the branches with seven full members or more', () => {
    for (const { id, committeeSize } of county.branches) {
      const full = people.filter(({ membership }) => membership?.branchId === id && membership.standing === 'full');
      expect([id, full.length >= 7]).toEqual([id, committeeSize > 0]);
    }
  });

  it('has no two people or branches that could be taken for one another', () => {
    expect(different(county.branches.map(({ name }) => name))).toBe(true);
    for (const field of ['personId', 'name', 'identityNumber', 'telephone', 'signInName', 'email'] as const) {
      expect(different(people.flatMap((person) => person[field] ?? []))).toBe(true);
    }
  });

  it('is what the import and the year plans take', () => {
    const organisations = organisationsOf(county, () => ({ name: '受理人', telephone: '12600000000' }));
    const some = { organisations, people: people.slice(-1_000), posts: postsOf(county).slice(-2_000) };
    expect(importRequest.safeParse(some).error).toBeUndefined();
    const first = { branches: county.branches.slice(0, 10) };
    for (const plan of yearPlans(first, people)) expect(yearPlan.safeParse(plan).error).toBeUndefined();
  });
});
