import { yearPlanAnswer } from '@jifen/contracts';
import { review } from '../../infra/demo/src/branch-steps.ts';
import { advanceTo } from '../../infra/demo/src/clock.ts';
import { decide } from '../../infra/demo/src/decide.ts';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { openMonth } from '../../infra/demo/src/open-month.ts';
import { peopleOf, personIdOf, postHolders } from '../../infra/demo/src/people.ts';
import { yearPlans } from '../../infra/demo/src/plans.ts';
import { insist, type World } from '../../infra/demo/src/world.ts';
import { worldOfTheSeed } from './seed-world.ts';

const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);

/** The steps of a branch without a committee in a quarter of 2027 between the chapters, each by the responsible person. */
export function quarterOf(branchId: string) {
  const world: World = worldOfTheSeed();
  const branch = branches.find(({ id }) => id === branchId);
  if (!branch) throw new Error(`${branchId} is no branch of the demo county`);
  return {
    /** Its plan of the year before again. */
    async plans(): Promise<void> {
      const plan = yearPlans(demoCounty, peopleOf(demoCounty)).find((one) => one.branchId === branchId);
      const body = { ...plan, year: 2027 };
      await insist(world, world.scoring, { method: 'put', path: '/internal/year-plans', body, response: yearPlanAnswer });
    },
    /** Noon of a day. */
    untilNoonOf: (day: string) => advanceTo(world, noon(day)),
    opens: (period: string) => openMonth(world, { branchId, period }),
    /** Everybody with the same task points, in hundredths. */
    registers: (period: string, task: number) =>
      decide(world, {
        branchId,
        period,
        kind: 'register',
        by: personIdOf(branchId, postHolders(branch).recorder),
        content: ({ rows }) => ({
          kind: 'register',
          lines: rows.map(({ memberId }) => ({ memberId, deductions: [], task, rewards: [], note: '按支部掌握的情况登记' })),
        }),
      }),
    reviews: (period: string) => review(world, branch, period),
  };
}
