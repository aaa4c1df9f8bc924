import { type ImportRequest, importAnswer, type YearPlan, yearPlanAnswer } from '@jifen/contracts';
import { type County, organisationsOf } from './county.ts';
import { type Person, personIdOf, postsOf } from './people.ts';
import { yearPlans } from './plans.ts';
import { insist, type World } from './world.ts';

/** The most people in one import. */
const atOnce = 1_000;

/** Organisations, people, posts and year plans; idempotent. */
export async function fillInCounty(world: World, county: County, people: readonly Person[]): Promise<void> {
  const secretaries = new Map(people.map((person) => [person.personId, person]));
  const objectionsTo = (branchId: string) => {
    const secretary = secretaries.get(personIdOf(branchId, 1));
    return { name: secretary?.name ?? '', telephone: secretary?.telephone ?? '' };
  };
  const nothing: ImportRequest = { organisations: [], people: [], posts: [] };
  await importPart(world, { ...nothing, organisations: organisationsOf(county, objectionsTo) });
  for (const part of parts(people)) await importPart(world, { ...nothing, people: part });
  for (const part of parts(postsOf(county))) await importPart(world, { ...nothing, posts: part });
  for (const plan of yearPlans(county, people)) await keepPlan(world, plan);
}

async function importPart(world: World, body: ImportRequest): Promise<void> {
  await insist(world, world.member, { method: 'put', path: '/internal/import', body, response: importAnswer });
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));
}

/** A plan is complete only when scoring has the reference data of all its members. */
async function keepPlan(world: World, plan: YearPlan): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const kept = await insist(world, world.scoring, { method: 'put', path: '/internal/year-plans', body: plan, response: yearPlanAnswer });
    if (kept.adopted === plan.pledges.length) return;
    await world.pause();
  }
  throw new Error(`The year plan of ${plan.branchId} was not adopted whole`);
}
