import { describe, expect, it } from '@jest/globals';
import { importRequest } from '@jifen/contracts';
import { organisationsOf } from './county.ts';
import { demoPosts } from './demo-accounts.ts';
import { branches, demoCounty } from './demo-county.ts';
import { checkDigitOf } from './identity-number.ts';
import { officialsOf, peopleOf, postHolders, postsOf } from './people.ts';

const people = peopleOf(demoCounty);
const ofBranch = (branchId: string) => people.filter(({ membership }) => membership?.branchId === branchId);
const different = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('the people of the demo county', () => {
  it('are the same people every time', () => {
    expect(peopleOf(demoCounty)).toEqual(people);
  });

  it('are what the import takes', () => {
    const organisations = organisationsOf(demoCounty, () => ({ name: '受理人', telephone: '12600000000' }));
    expect(importRequest.safeParse({ organisations, people, posts: postsOf(demoCounty) }).error).toBeUndefined();
  });

  it('share no id, name, identity number, telephone or sign-in name', () => {
    expect(different(people.map(({ personId }) => personId))).toBe(true);
    expect(different(people.flatMap(({ membership }) => membership?.memberId ?? []))).toBe(true);
    for (const field of ['name', 'identityNumber', 'telephone', 'signInName', 'email'] as const) {
      expect(different(people.flatMap((person) => person[field] ?? []))).toBe(true);
    }
  });

  it('have identity numbers that check, of a region that does not exist', () => {
    const numbers = people.flatMap(({ identityNumber }) => identityNumber ?? []);
    expect(numbers).toHaveLength(125);
    for (const number of numbers) expect([number.slice(0, 6), number.slice(17)]).toEqual(['999901', checkDigitOf(number)]);
  });

  it('cannot be contacted: addresses end in .invalid, telephones begin with 126', () => {
    for (const { email = '.invalid', telephone = '126' } of people)
      expect([email.slice(-8), telephone.slice(0, 3)]).toEqual(['.invalid', '126']);
  });

  it('fill eight branches of five to thirty members, in roster order from 1', () => {
    expect(branches.map(({ id }) => ofBranch(id).length)).toEqual([9, 24, 30, 18, 6, 12, 11, 15]);
    for (const { id, size } of branches) {
      expect(ofBranch(id).map(({ membership }) => membership?.rosterNumber)).toEqual(Array.from({ length: size }, (_, index) => index + 1));
    }
  });

  it('leave one branch with fewer than seven full members and without a committee', () => {
    const full = (id: string) => ofBranch(id).filter(({ membership }) => membership?.standing === 'full').length;
    const small = branches.filter(({ id }) => full(id) < 7);
    expect(small.map(({ id, committeeSize }) => [id, full(id), committeeSize])).toEqual([['qingyun', 5, 0]]);
  });

  it('are mostly on paper in one branch, and are known to those who enter it', () => {
    const paper = ofBranch('liwu').filter(({ membership }) => membership?.channel === 'paper');
    expect(paper.length).toBeGreaterThan(10);
    for (const { signInName, email, telephone } of paper)
      expect([signInName, email, telephone?.length]).toEqual([undefined, undefined, 11]);
  });

  it('hold posts so that whoever registers does not decide', () => {
    for (const branch of branches) {
      const { secretary, committee, recorder, deputyRecorder } = postHolders(branch);
      expect(different([recorder, deputyRecorder, ...new Set([secretary, ...committee])])).toBe(true);
    }
  });

  it('include everybody who signs in to the demo', () => {
    const signIns = new Map(people.map(({ personId, signInName }) => [personId, signInName]));
    for (const { personId } of demoPosts) expect(signIns.get(personId)).toMatch(/^[a-z]+\d\d$/);
    expect(demoPosts).toHaveLength(9);
    expect(officialsOf(demoCounty)).toHaveLength(5);
  });
});
