import type { SectorName } from '@jifen/contracts';
import type { BranchPlan, CommitteePlan, County } from '../../infra/demo/src/county.ts';
import { type Random, randomOf } from '../../infra/demo/src/random.ts';
import { givenNames } from '../../infra/demo/src/words.ts';

const branchesOfACommittee = 20;
/** A branch that has fewer than seven full members when its newest member is on probation. */
const smallestWithCommittee = 8;

type Kind = Pick<BranchPlan, 'sector' | 'withoutPost' | 'bornFrom'> & { suffix: string; onPaper: readonly [from: number, to: number] };

const kinds: Readonly<Record<SectorName, Kind>> = {
  'village-community': { sector: 'village-community', withoutPost: 100, bornFrom: 1942, suffix: '村党支部', onPaper: [20, 60] },
  'public-institution': { sector: 'public-institution', withoutPost: 0, bornFrom: 1966, suffix: '站机关党支部', onPaper: [0, 0] },
  'new-organisation': { sector: 'new-organisation', withoutPost: 20, bornFrom: 1974, suffix: '企业联合党支部', onPaper: [0, 15] },
};
const sectors: readonly SectorName[] = ['village-community', 'public-institution', 'new-organisation'];

const digits = (n: number, width: number) => String(n).padStart(width, '0');
const between = (random: Random, [from, to]: readonly [number, number]) => from + random.below(to - from + 1);

/** Two characters for each number below four hundred, different for each. */
function placeName(index: number): string {
  const character = (n: number) => givenNames[n % givenNames.length]?.[0] ?? '';
  return character(index) + character(index + 1 + Math.floor(index / givenNames.length));
}

/** Every third branch is too small for a committee; of the others most are of eight to thirty members. */
function sizeOf(random: Random, index: number): number {
  if (index % 3 === 1) return between(random, [3, smallestWithCommittee - 1]);
  const place = random.below(100);
  return between(random, place < 70 ? [smallestWithCommittee, 30] : place < 92 ? [31, 50] : [51, 80]);
}

function branchOf(seed: string, index: number): BranchPlan {
  const random = randomOf(`branch ${index} of ${seed}`);
  const { suffix, onPaper, ...kind } = kinds[sectors[(index + Math.floor(index / 3)) % 3] ?? 'village-community'];
  const size = sizeOf(random, index);
  return {
    ...kind,
    id: `zb${digits(index + 1, 3)}`,
    committee: committeeId(Math.floor(index / branchesOfACommittee)),
    name: placeName(index) + suffix,
    partyDay: between(random, [1, 28]),
    size,
    committeeSize: size < smallestWithCommittee ? 0 : size < 20 ? 3 : 5,
    groups: kind.sector === 'village-community' && size >= 20 ? 3 : 0,
    onPaper: between(random, onPaper),
  };
}

const committeeId = (index: number) => `jw${digits(index + 1, 2)}`;

/** Two townships, then a department. */
function committeeOf(index: number): CommitteePlan {
  const isTownship = index % 3 < 2;
  return { id: committeeId(index), name: placeName(index + 7) + (isTownship ? '镇党委' : '系统机关党委'), hasClerk: isTownship };
}

/** An invented county with a number of branches, the same for the same seed. */
export function simulatedCounty({ seed, branches }: { seed: string; branches: number }): County {
  const committees = Math.ceil(branches / branchesOfACommittee);
  return {
    id: 'moni',
    name: '模拟县委组织部',
    committees: Array.from({ length: committees }, (_, index) => committeeOf(index)),
    branches: Array.from({ length: branches }, (_, index) => branchOf(seed, index)),
  };
}
