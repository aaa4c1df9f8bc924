import { setTimeout as delay } from 'node:timers/promises';
import { actAnswer, branchMonthPage, branchMonthView, type DecisionContent } from '@jifen/contracts';
import { type ClientResult, RemoteUnavailable } from '@jifen/service-kit';
import { claimOf } from '../../infra/demo/src/claims.ts';
import type { BranchPlan, County } from '../../infra/demo/src/county.ts';
import { memberIdOf, peopleOf, personIdOf, postHolders } from '../../infra/demo/src/people.ts';
import { pledgeIdsDue, yearPlans } from '../../infra/demo/src/plans.ts';
import type { World } from '../../infra/demo/src/world.ts';

export type Claim = { branchId: string; memberId: string; personId: string; period: string; pledgeIds: string[] };

const patience = 60;

/** Every member's application for a month, one member of each branch after the other. */
export function claimsOf(county: County, period: string): Claim[] {
  const plans = yearPlans(county, peopleOf(county));
  const largest = Math.max(...county.branches.map(({ size }) => size));
  return Array.from({ length: largest }, (_, index) => index + 1).flatMap((n) =>
    county.branches
      .filter(({ size }) => n <= size)
      .map(({ id: branchId }) => {
        const memberId = memberIdOf(branchId, n);
        return { branchId, memberId, personId: personIdOf(branchId, n), period, pledgeIds: pledgeIdsDue(plans, { memberId, period }) };
      }),
  );
}

/** A refused write would make the measurement wrong. */
function granted<T>(answer: ClientResult<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.facts)}`);
}

export async function apply({ scoring }: World, { branchId, memberId, personId, period, pledgeIds }: Claim): Promise<void> {
  const path = `/branch-months/${branchId}/${period}/applications/${memberId}`;
  const body = { actId: `bench-${memberId}-${period}`, ...claimOf({ memberId, period }, pledgeIds) };
  granted(await scoring.request({ method: 'put', path, body, response: actAnswer, actingFor: personId }));
}

/** As a person does after a 503: again after a second. */
async function patiently(act: () => Promise<void>, what: string): Promise<void> {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof RemoteUnavailable)) throw error;
      await delay(1_000);
    }
  }
  throw new Error(`${what} was shed ${patience} times`);
}

export const applyPatiently = (world: World, claim: Claim): Promise<void> => patiently(() => apply(world, claim), claim.memberId);

/** The recorder's registration of the whole list, prepared so that only the decision itself is measured; repeated when shed. */
export async function registrationOf({ scoring }: World, branch: BranchPlan, period: string): Promise<() => Promise<void>> {
  const actingFor = personIdOf(branch.id, postHolders(branch).recorder);
  const path = `/branch-months/${branch.id}/${period}`;
  const { round, rosterHash, rows } = granted(await scoring.request({ method: 'get', path, response: branchMonthView, actingFor }));
  const content: DecisionContent = { kind: 'register', lines: rows.map(({ memberId, proposed }) => ({ memberId, ...proposed })) };
  const body = { actId: `bench-${branch.id}-${period}-register`, round, rosterHash, content };
  const decide = async () => {
    granted(await scoring.request({ method: 'post', path: `${path}/decisions`, body, response: actAnswer, actingFor }));
  };
  return () => patiently(decide, path);
}

export async function standingAt({ scoring }: World, department: string, period: string, stage: 'registering'): Promise<number> {
  const query = { period, stage, page: 1, pageSize: 1 };
  return granted(await scoring.request({ method: 'get', path: '/branch-months', query, response: branchMonthPage, actingFor: department }))
    .total;
}
