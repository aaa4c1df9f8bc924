import type { PledgePlan, YearPlan } from '@jifen/contracts';
import type { BranchPlan, County } from './county.ts';
import type { Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { pledgeTexts } from './words.ts';

export const planYear = 2026;

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const quarterly = [3, 6, 9, 12];
/** Ten months of six points and the county's two light months of five. */
const ceilings = everyMonth.map((month) => (month === 1 || month === 8 ? 500 : 600));

type Kind = PledgePlan['kind'];
type Sketch = readonly [kind: Kind, dueMonths: number[], weight: number];

/** A member without post pledges all four kinds. */
const withoutPost: readonly Sketch[] = [
  ['common', everyMonth, 2],
  ['post', everyMonth, 2],
  ['practical', [2, 5, 8, 9, 11], 1],
  ['self-discipline', everyMonth, 1],
];
const withPost: readonly Sketch[] = [
  ['year-target', everyMonth, 3],
  ['unit-work', everyMonth, 2],
  ['superior-task', quarterly, 1],
  ['common', everyMonth, 1],
];

function pledgesOf({ membership }: Person, random: Random): PledgePlan[] {
  if (!membership) return [];
  const sketches = membership.class === 'with-post' ? withPost : withoutPost;
  return sketches.map(([kind, dueMonths, weight]) => ({
    id: `${membership.memberId}-${kind}`,
    memberId: membership.memberId,
    kind,
    text: random.pick<string>(pledgeTexts[kind]),
    dueMonths,
    weight,
  }));
}

function planOf(branch: BranchPlan, people: readonly Person[]): YearPlan {
  const random = randomOf(`plan of ${branch.id}`);
  const members = people.filter(({ membership }) => membership?.branchId === branch.id);
  const pledges = members.flatMap((member) => pledgesOf(member, random));
  return { branchId: branch.id, year: planYear, policy: 'exact-70', ceilings, pledges };
}

/** The year plan of every branch. */
export function yearPlans({ branches }: Pick<County, 'branches'>, people: readonly Person[]): YearPlan[] {
  return branches.map((branch) => planOf(branch, people));
}

/** The pledges of a member that are due in a month. */
export function pledgeIdsDue(plans: readonly YearPlan[], { memberId, period }: { memberId: string; period: string }): string[] {
  const month = Number(period.slice(5));
  const due = plans.flatMap(({ pledges }) => pledges).filter((pledge) => pledge.memberId === memberId && pledge.dueMonths.includes(month));
  return due.map(({ id }) => id);
}
