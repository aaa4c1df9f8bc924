import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarYear } from '@jifen/contracts';
import { createHttpClient, createServiceTokens } from '@jifen/service-kit';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { bringInPaper, paperOf } from '../../infra/demo/src/earlier-months.ts';
import { peopleOf } from '../../infra/demo/src/people.ts';
import { planYear, yearPlans } from '../../infra/demo/src/plans.ts';
import { insist, type World } from '../../infra/demo/src/world.ts';
import { systemAt } from './system.ts';

/** Its supervising committee enters what a branch had settled on paper before its first month in the system; entered already, nothing changes. */
export async function entersPaperOf(branchId: string): Promise<void> {
  const world = worldOfTheSeed();
  const branch = branches.find(({ id }) => id === branchId);
  if (!branch) throw new Error(`${branchId} is no branch of the demo county`);
  const year = await insist(world, world.member, { method: 'get', path: `/calendar/${planYear}`, response: calendarYear });
  const calendar = { holidays: year.holidays, makeUpDays: year.makeUpDays } as Parameters<typeof paperOf>[0]['calendar'];
  const people = peopleOf(demoCounty);
  await bringInPaper(world, branch, paperOf({ branch, people, plans: yearPlans(demoCounty, people), calendar }));
}

function worldOfTheSeed(): World {
  const memberUrl = systemAt('MEMBER_URL');
  const secret = readFileSync(join(systemAt('JIFEN_DATA_DIR'), 'secrets/service-seed.key'), 'utf8').trim();
  const tokens = createServiceTokens({ memberUrl, service: 'seed', secret });
  return {
    member: createHttpClient({ baseUrl: memberUrl, tokens, timeoutMs: 20_000 }),
    scoring: createHttpClient({ baseUrl: systemAt('SCORING_URL'), tokens, timeoutMs: 20_000 }),
    say: () => undefined,
    pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
  };
}
