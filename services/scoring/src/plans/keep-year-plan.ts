import type { MemberCard, YearPlan, YearPlanAnswer } from '@jifen/contracts';
import {
  type CeilingRefusal,
  checkCeilings,
  checkPledges,
  memberId,
  ok,
  type Pledge,
  pointsFromHundredths,
  type Result,
  refuse,
} from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import type { RefusedPledges, YearPlanStore } from './year-plan.store.ts';

export type YearPlanRefusal = CeilingRefusal | { code: 'unknown-branch'; branchId: string };

type Ports = { cards: Pick<CardStore, 'branch' | 'membersOf'>; plans: Pick<YearPlanStore, 'keep'>; realNow: () => number };

const pledgeOf = ({ text: _text, ...pledge }: YearPlan['pledges'][number]): Pledge => ({ ...pledge, memberId: memberId(pledge.memberId) });

function refusedLineOf(member: MemberCard, plan: YearPlan): RefusedPledges[] {
  const own = plan.pledges.filter((pledge) => pledge.memberId === member.memberId).map(pledgeOf);
  const checked = checkPledges(member.class === 'with-post' ? 'in-post' : 'without-post', own);
  if (checked.ok) return [];
  const { code, ...facts } = checked.refusal;
  return [{ memberId: member.memberId, code, facts }];
}

function strangersIn(plan: YearPlan, members: readonly MemberCard[]): RefusedPledges[] {
  const known = new Set(members.map((member) => member.memberId));
  const strangers = new Set(plan.pledges.map((pledge) => pledge.memberId).filter((id) => !known.has(id)));
  return [...strangers].map((id) => ({ memberId: id, code: 'unknown-member', facts: {} }));
}

/** A member's line that cannot be adopted is reported; the branch's plan goes on without it. */
export async function keepYearPlan({ cards, plans, realNow }: Ports, plan: YearPlan): Promise<Result<YearPlanAnswer, YearPlanRefusal>> {
  if (!(await cards.branch(plan.branchId))) return refuse({ code: 'unknown-branch', branchId: plan.branchId });
  const ceilings = checkCeilings(plan.policy, plan.ceilings.map(pointsFromHundredths));
  if (!ceilings.ok) return ceilings;
  const members = await cards.membersOf(plan.branchId);
  const refused = [...members.flatMap((member) => refusedLineOf(member, plan)), ...strangersIn(plan, members)];
  const open = new Set(refused.map((line) => line.memberId));
  const pledges = plan.pledges.filter((pledge) => !open.has(pledge.memberId));
  await plans.keep({ ...plan, pledges, refused, keptAt: realNow() });
  return ok({ adopted: pledges.length, refused });
}
