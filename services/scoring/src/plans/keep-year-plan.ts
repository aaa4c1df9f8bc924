import type { MemberCard, YearPlan, YearPlanAnswer } from '@jifen/contracts';
import {
  type CeilingRefusal,
  checkCeilings,
  checkPledges,
  type Finding,
  firstMonthOf,
  memberId,
  ok,
  type Pledge,
  type PledgeRule,
  pointsFromHundredths,
  type Result,
  refuse,
  type ScoringScheme,
} from '@jifen/domain';
import { countyOf } from '../access/organisation-paths.ts';
import type { CardStore } from '../cards/card.store.ts';
import { readyScheme } from '../scheme-library/ready-schemes.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';
import { withPolicy } from './plan-of-month.ts';
import type { RefusedPledges, YearPlanStore } from './year-plan.store.ts';

export type YearPlanRefusal =
  | CeilingRefusal
  | { code: 'unknown-branch'; branchId: string }
  | { code: 'scheme-unfit-for-months'; schemeId: string; findings: readonly Finding[] };

export type PlanPorts = {
  cards: Pick<CardStore, 'branch' | 'membersOf'>;
  plans: Pick<YearPlanStore, 'keep'>;
  schemes: Schemes;
  realNow: () => number;
};

const pledgeOf = ({ text: _text, ...pledge }: YearPlan['pledges'][number]): Pledge => ({ ...pledge, memberId: memberId(pledge.memberId) });

function refusedLineOf(member: MemberCard, plan: YearPlan, rules: readonly PledgeRule[]): RefusedPledges[] {
  const own = plan.pledges.filter((pledge) => pledge.memberId === member.memberId).map(pledgeOf);
  const checked = checkPledges(rules, member.class === 'with-post' ? 'in-post' : 'without-post', own);
  if (checked.ok) return [];
  const { code, ...facts } = checked.refusal;
  return [{ memberId: member.memberId, code, facts }];
}

function strangersIn(plan: YearPlan, members: readonly MemberCard[]): RefusedPledges[] {
  const known = new Set(members.map((member) => member.memberId));
  const strangers = new Set(plan.pledges.map((pledge) => pledge.memberId).filter((id) => !known.has(id)));
  return [...strangers].map((id) => ({ memberId: id, code: 'unknown-member', facts: {} }));
}

/** Twelve ceilings as the scheme wants them, six each month where the branch decided so (A2). */
function checkMonths(scheme: ScoringScheme, { policy, ceilings }: YearPlan): Result<unknown, YearPlanRefusal> {
  const decided = withPolicy(scheme, policy);
  const ready = readyScheme(decided);
  if (!ready.ok) return refuse({ code: 'scheme-unfit-for-months', schemeId: scheme.id, findings: ready.refusal });
  const months = decided.plans?.find(({ id }) => id === ready.value.profile.task.plan);
  if (!months) throw new Error(`${scheme.id} has no plan ${ready.value.profile.task.plan}`);
  return checkCeilings(months, ceilings.map(pointsFromHundredths));
}

/**
 * Kept with the scheme in force in the year's first month. A member's line that cannot be adopted is reported; the branch's plan goes on
 * without it.
 */
export async function keepYearPlan(
  { cards, plans, schemes, realNow }: PlanPorts,
  plan: YearPlan,
): Promise<Result<YearPlanAnswer, YearPlanRefusal>> {
  const card = await cards.branch(plan.branchId);
  if (!card) return refuse({ code: 'unknown-branch', branchId: plan.branchId });
  const scheme = await schemes.inForce({ countyId: countyOf(card.path), sector: card.sector, period: firstMonthOf(plan.year) });
  const months = checkMonths(scheme, plan);
  if (!months.ok) return months;
  const members = await cards.membersOf(plan.branchId);
  const rules = scheme.pledges ?? [];
  const refused = [...members.flatMap((member) => refusedLineOf(member, plan, rules)), ...strangersIn(plan, members)];
  const open = new Set(refused.map((line) => line.memberId));
  const pledges = plan.pledges.filter((pledge) => !open.has(pledge.memberId));
  await plans.keep({ ...plan, pledges, refused, keptAt: realNow(), scheme });
  return ok({ adopted: pledges.length, refused });
}
