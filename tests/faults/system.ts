import { branchMonthView, businessTime, calendarSheet, clock, yearPlanAnswer } from '@jifen/contracts';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { openMonth } from '../../infra/demo/src/open-month.ts';
import { peopleOf } from '../../infra/demo/src/people.ts';
import { yearPlans } from '../../infra/demo/src/plans.ts';
import type { Random } from '../../infra/demo/src/random.ts';
import { inParallel, insist, type World } from '../../infra/demo/src/world.ts';
import { connectWorld } from './client.ts';
import { deciders } from './deciders.ts';
import { required } from './environment.ts';
import type { HistoryEvent } from './history.ts';
import type { Servers } from './read-snapshot.ts';
import type { Stack } from './stack.ts';
import { applicants, type Writer } from './writers.ts';

/** The whole system with its clients, and all their requests so far. */
export type System = { stack: Stack; world: World; servers: Servers; writers: Writer[]; history: HistoryEvent[]; random: Random };

const applicantsOfEachBranch = 3;
const shanghaiMs = 8 * 3_600_000;

/** In every branch this month's applications are open; some branches wait for a decision of the month before. */
export async function systemUnderTest(stack: Stack, random: Random): Promise<System> {
  const secret = stack.secret('service-seed');
  const world = connectWorld({ memberUrl: required('MEMBER_URL'), scoringUrl: required('SCORING_URL'), secret });
  const reading = await insist(world, world.member, { method: 'get', path: '/clock', response: clock });
  const today = new Date(businessTime(reading, Date.now()) + shanghaiMs).toISOString().slice(0, 10);
  const period = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  await enterNextYear(world, year + 1);
  await planYear(world, year);
  await inParallel(branches, 2, ({ id: branchId }) => openMonth(world, { branchId, period }));
  const rosters = new Map(await Promise.all(branches.map(({ id }) => rosterOf(world, id, period))));
  const ids = idsOf(Date.now().toString(36));
  const applying = applicants({ period, ids, random, ofEach: applicantsOfEachBranch, rosters });
  const deciding = await deciders({ world, today, ids });
  const servers = {
    mongoUrl: required('MONGO_URL'),
    temporalAddress: required('TEMPORAL_ADDRESS'),
    temporalNamespace: required('TEMPORAL_NAMESPACE'),
    auditSecret: stack.secret('audit-scoring'),
  };
  return { stack, world, servers, writers: [...applying, ...deciding], history: [], random };
}

/** The numbers of those who take part in a branch's month: an earlier story may have taken somebody out. */
async function rosterOf(world: World, branchId: string, period: string): Promise<[branchId: string, numbers: number[]]> {
  const path = `/branch-months/${branchId}/${period}`;
  const { rows } = await insist(world, world.scoring, { method: 'get', path, response: branchMonthView, actingFor: 'p-chenghe-01' });
  return [branchId, rows.map(({ rosterNumber }) => rosterNumber)];
}

/** Earlier stories may have moved time so far that a month's deadlines fall in a year without a calendar. */
async function enterNextYear(world: World, year: number): Promise<void> {
  const asked = { actingFor: 'p-chenghe-01', response: calendarSheet } as const;
  const { version } = await insist(world, world.member, { method: 'get', path: `/calendar/${year}/sheet`, ...asked });
  if (version > 0) return;
  const body = { year, holidays: [`${year}-01-01`], makeUpDays: [], confirmed: true, reason: '按国家公布的节假日', replaces: 0 };
  await insist(world, world.member, { method: 'put', path: `/calendar/${year}`, body, ...asked });
}

/** They may also have moved it into a year without a plan: it gets that of the year before. */
async function planYear(world: World, year: number): Promise<void> {
  await inParallel(yearPlans(demoCounty, peopleOf(demoCounty)), 2, async (plan) => {
    const body = { ...plan, year };
    await insist(world, world.scoring, { method: 'put', path: '/internal/year-plans', body, response: yearPlanAnswer });
  });
}

/** Ids that no other run of these tests has used. */
function idsOf(run: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `fault-${run}-${count}`;
  };
}
