import { importAnswer, yearPlanAnswer } from '@jifen/contracts';
import { organisationsOf } from './county.ts';
import { type Person, personIdOf, postsOf } from './people.ts';
import { yearPlans } from './plans.ts';
import { insist, type World } from './world.ts';

/** Organisations, people, posts and year plans; filled in already, nothing changes. */
export async function fillInCounty(world: World, people: readonly Person[]): Promise<void> {
  const secretaries = new Map(people.map((person) => [person.personId, person]));
  const objectionsTo = (branchId: string) => {
    const secretary = secretaries.get(personIdOf(branchId, 1));
    return { name: secretary?.name ?? '', telephone: secretary?.telephone ?? '' };
  };
  const body = { organisations: organisationsOf(objectionsTo), people, posts: postsOf() };
  await insist(world, world.member, { method: 'put', path: '/internal/import', body, response: importAnswer });
  for (const plan of yearPlans()) await keepPlan(world, plan);
}

/** A plan is whole only when scoring has the cards of all its members. */
async function keepPlan(world: World, plan: ReturnType<typeof yearPlans>[number]): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const kept = await insist(world, world.scoring, { method: 'put', path: '/internal/year-plans', body: plan, response: yearPlanAnswer });
    if (kept.adopted === plan.pledges.length) return;
    await world.pause();
  }
  throw new Error(`The year plan of ${plan.branchId} was not adopted whole`);
}
