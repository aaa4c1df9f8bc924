import { calendarYear } from '@jifen/contracts';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { bringInPaper, paperOf } from '../../infra/demo/src/earlier-months.ts';
import { peopleOf } from '../../infra/demo/src/people.ts';
import { planYear, yearPlans } from '../../infra/demo/src/plans.ts';
import { insist } from '../../infra/demo/src/world.ts';
import { worldOfTheSeed } from './seed-world.ts';

/** The supervising committee imports a branch's months from paper before its first month in the system; idempotent. */
export async function entersPaperOf(branchId: string): Promise<void> {
  const world = worldOfTheSeed();
  const branch = branches.find(({ id }) => id === branchId);
  if (!branch) throw new Error(`${branchId} is no branch of the demo county`);
  const year = await insist(world, world.member, { method: 'get', path: `/calendar/${planYear}`, response: calendarYear });
  const calendar = { holidays: year.holidays, makeUpDays: year.makeUpDays } as Parameters<typeof paperOf>[0]['calendar'];
  const people = peopleOf(demoCounty);
  await bringInPaper(world, branch, paperOf({ branch, people, plans: yearPlans(demoCounty, people), calendar }));
}
