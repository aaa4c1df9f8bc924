import type { ImportRequest, Post, RoleName } from '@jifen/contracts';
import { type BranchPlan, type County, paths } from './county.ts';
import { identityNumberOf } from './identity-number.ts';
import { type Random, randomOf } from './random.ts';
import { givenNames, surnames } from './words.ts';

export type Person = ImportRequest['people'][number];
type Membership = NonNullable<Person['membership']>;

const termFrom = Date.parse('2024-01-01T00:00:00+08:00');
const termUntil = Date.parse('2029-01-01T00:00:00+08:00');
const two = (n: number) => String(n).padStart(2, '0');

export const personIdOf = (branchId: string, n: number) => `p-${branchId}-${two(n)}`;
export const memberIdOf = (branchId: string, n: number) => `m-${branchId}-${two(n)}`;

export const departmentOf = ({ id }: Pick<County, 'id'>) => `p-${id}-01`;
const systemAdministratorOf = ({ id }: Pick<County, 'id'>) => `p-${id}-02`;
export const superiorOf = ({ committee }: Pick<BranchPlan, 'committee'>) => `p-${committee}-01`;

type Official = { personId: string; role: RoleName; organisation: string };

/** Officials above the branches, and the administrators: none of them is a member of a branch. */
export function officialsOf(county: County): Official[] {
  const ofCommittees = county.committees.flatMap(({ id, hasClerk }): Official[] => {
    const organisation = paths.committee(county, id);
    const clerk: Official = { personId: `p-${id}-02`, role: 'township-clerk', organisation };
    return [{ personId: superiorOf({ committee: id }), role: 'supervising-committee', organisation }, ...(hasClerk ? [clerk] : [])];
  });
  const organisation = paths.county(county);
  return [
    { personId: departmentOf(county), role: 'county-organisation-department', organisation },
    ...ofCommittees,
    { personId: systemAdministratorOf(county), role: 'system-administrator', organisation },
  ];
}

type Naming = { random: Random; taken: Set<string>; countyId: string };

/** A name that nobody else in the county has, with its pinyin to sort by. */
function newName({ random, taken }: Naming): { name: string; nameKey: string } {
  for (;;) {
    const parts = [random.pick(surnames), random.pick(givenNames), random.pick(givenNames)];
    const name = parts.map(([character]) => character).join('');
    if (taken.has(name) || parts[1] === parts[2]) continue;
    taken.add(name);
    return { name, nameKey: parts.map(([, pinyin]) => pinyin).join(' ') };
  }
}

function bornOn({ random }: Naming, from: number): string {
  return `${from + random.below(34)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

/** The range 126 is assigned to no network. */
const telephoneOf = (sequence: number) => `126${String((48_000_000 + sequence * 7_919) % 100_000_000).padStart(8, '0')}`;

function standingOf(branch: BranchPlan, n: number): Membership['standing'] {
  if (n === branch.size && !branch.withoutProbationary) return 'probationary';
  return branch.size >= 24 && n === branch.size - 3 ? 'on-probation-within-party' : 'full';
}

function groupOf({ groups, mobile, committeeSize }: BranchPlan, n: number, random: Random): { groupName?: string } {
  if (mobile !== undefined && n > committeeSize + 3 && random.chance(mobile)) return { groupName: '流动党员小组' };
  return groups === 0 ? {} : { groupName: `第${'一二三'.charAt(n % groups)}党小组` };
}

function membershipOf(branch: BranchPlan, n: number, random: Random): Membership {
  const office = n <= Math.max(branch.committeeSize, 1);
  const keepsList = n <= branch.committeeSize + 3;
  return {
    memberId: memberIdOf(branch.id, n),
    branchId: branch.id,
    rosterNumber: n,
    ...groupOf(branch, n, random),
    standing: standingOf(branch, n),
    class: office || !random.chance(branch.withoutPost) ? 'with-post' : 'without-post',
    channel: !keepsList && random.chance(branch.onPaper) ? 'paper' : 'screen',
    active: true,
  };
}

function memberOf(branch: BranchPlan, n: number, sequence: number, naming: Naming): Person {
  const membership = membershipOf(branch, n, naming.random);
  const onScreen = membership.channel === 'screen';
  const signInName = `${branch.id}${two(n)}`;
  return {
    personId: personIdOf(branch.id, n),
    ...newName(naming),
    identityNumber: identityNumberOf({ bornOn: bornOn(naming, branch.bornFrom), sequence }),
    telephone: telephoneOf(sequence),
    ...(onScreen ? { email: `${signInName}@${naming.countyId}.invalid`, signInName } : {}),
    membership,
  };
}

function officialOf(personId: string, sequence: number, naming: Naming): Person {
  const signInName = personId.slice(2).replaceAll('-', '');
  return { personId, ...newName(naming), telephone: telephoneOf(sequence), email: `${signInName}@${naming.countyId}.invalid`, signInName };
}

const officialsFrom = 900;

/** Everybody of a county, members in roster order. */
export function peopleOf(county: County): Person[] {
  const naming = { random: randomOf(`people of ${county.id}`), taken: new Set<string>(), countyId: county.id };
  let sequence = 0;
  const members = county.branches.flatMap((branch) =>
    Array.from({ length: branch.size }, (_, index) => {
      sequence += 1;
      return memberOf(branch, index + 1, sequence, naming);
    }),
  );
  const first = Math.max(officialsFrom, sequence + 1);
  return [...members, ...officialsOf(county).map(({ personId }, index) => officialOf(personId, first + index, naming))];
}

/** Number 1 is secretary and first in the committee; the recorder and the deputy come after the committee: registering is not deciding. */
export function postHolders({ committeeSize }: Pick<BranchPlan, 'committeeSize'>) {
  const committee = Array.from({ length: committeeSize }, (_, index) => index + 1);
  const recorder = Math.max(committeeSize, 1) + 1;
  return { secretary: 1, committee, recorder, deputyRecorder: recorder + 1 };
}

export function postsOf(county: County): Post[] {
  const term = { from: termFrom, until: termUntil };
  const above = officialsOf(county).map((official): Post => ({ ...official, deputy: false, ...term }));
  const ofBranches = county.branches.flatMap((branch) => {
    const holders = postHolders(branch);
    const post = (n: number, role: RoleName, deputy = false): Post => ({
      personId: personIdOf(branch.id, n),
      memberId: memberIdOf(branch.id, n),
      role,
      organisation: paths.branch(county, branch),
      deputy,
      ...term,
    });
    const committee = holders.committee.map((n) => post(n, 'committee-member'));
    return [post(1, 'secretary'), ...committee, post(holders.recorder, 'recorder'), post(holders.deputyRecorder, 'recorder', true)];
  });
  return [...above, ...ofBranches];
}
