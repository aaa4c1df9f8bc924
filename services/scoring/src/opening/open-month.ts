import type { BranchCard, CountyMonthKey, DeadlinesAnswer } from '@jifen/contracts';
import {
  type BranchMonthInput,
  dayOf,
  type Finding,
  initialBranchMonth,
  ok,
  type Period,
  period as periodOf,
  type Result,
  refuse,
  startOfDay,
  type YearDifferences,
  yearDifferences,
  yearOf,
} from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { Caller, RouteAudit } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import { countyOf } from '../access/organisation-paths.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { onScreen } from '../branch-months/posts-held.ts';
import type { CardStore } from '../cards/card.store.ts';
import { type Deadlines, type DeadlinesRefusal, dueAt } from '../deadlines/deadlines.ts';
import { withMemberWaits } from '../deadlines/member-waits.ts';
import { noticeOf } from '../month-acts/consequences.ts';
import { decidedWithOf } from '../month-acts/effect.ts';
import { event, type Wake } from '../outbox/events.ts';
import { withPolicy } from '../plans/plan-of-month.ts';
import type { YearPlans } from '../plans/year-plan.store.ts';
import { readyScheme } from '../scheme-library/ready-schemes.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';
import { type Frozen, newRecord, stateInput } from './new-record.ts';
import { postsOf, type VacantPost } from './roster.ts';

export type OpeningPorts = {
  months: Pick<BranchMonthStore, 'find' | 'insert'>;
  /** Of the county's month, where this branch's was refused before. */
  countyMonths: { settle(key: CountyMonthKey, branchId: string): Promise<void> };
  cards: Pick<CardStore, 'branch' | 'membersOf'>;
  plans: YearPlans;
  schemes: Schemes;
  deadlines: Deadlines;
  realNow: () => number;
  wake: Wake;
};
export type OpenMonth = { branchId: string; period: string; caller: Caller; now: number; audit: RouteAudit['pending'] };
export type OpenRefusal =
  | AccessRefusal
  | DeadlinesRefusal
  | VacantPost
  | { code: 'month-not-begun'; period: string }
  | { code: 'no-year-plan'; branchId: string; year: number }
  | ({ code: 'year-plan-of-another-scheme'; year: number } & YearDifferences)
  | { code: 'no-participants'; branchId: string }
  | { code: 'scheme-unfit-for-months'; schemeId: string; findings: readonly Finding[] };

/** Freezes a branch's month (participants, scheme, plan, pledges) and starts its process. Opening it again answers the same record. */
export async function openMonth(deps: OpeningPorts, asked: OpenMonth): Promise<Result<BranchMonthRecord, OpenRefusal>> {
  const { branchId, caller, now, audit } = asked;
  const card = await deps.cards.branch(branchId);
  if (!card) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action: 'branch-month:open', organisation: card.path, at: now });
  if (!permission.ok) return permission;
  const month = periodOf(asked.period);
  const open = await deps.months.find(branchId, month);
  if (open) return settled(deps, open);
  const frozen = await freeze(deps, card, month, now);
  if (!frozen.ok) return frozen;
  const record = withMemberWaits(recordOf(frozen.value, now), frozen.value.answer.members ?? [], now);
  const audited = audit({ target: record._id, organisation: record.path });
  const written = await deps.months.insert(record, [audited, ...openingEvents(record, deps.realNow())]);
  deps.wake();
  if (written === 'inserted') return settled(deps, record);
  return settled(deps, (await deps.months.find(branchId, month)) ?? record);
}

/** Opened by hand after it was refused with the county's month, it is missing there no longer. */
async function settled({ countyMonths }: OpeningPorts, record: BranchMonthRecord): Promise<Result<BranchMonthRecord, never>> {
  const { branchId, period } = record;
  await countyMonths.settle({ countyId: countyOf(record.path), period }, branchId);
  return ok(record);
}

type Opening = Frozen & { answer: DeadlinesAnswer };

async function freeze(
  { cards, plans, schemes, deadlines, months }: OpeningPorts,
  card: BranchCard,
  month: Period,
  now: number,
): Promise<Result<Opening, OpenRefusal>> {
  const { branchId, sector } = card;
  if (now < startOfDay(dayOf(month, 1))) return refuse({ code: 'month-not-begun', period: month });
  const plan = await plans.find(branchId, yearOf(month));
  if (!plan) return refuse({ code: 'no-year-plan', branchId, year: yearOf(month) });
  const inForce = (period: Period) => schemes.inForce({ countyId: countyOf(card.path), sector, period });
  const counting = await inForce(month);
  const differences = yearDifferences(plan.scheme, counting);
  if (differences) return refuse({ code: 'year-plan-of-another-scheme', year: yearOf(month), ...differences });
  const scheme = withPolicy(counting, plan.policy);
  const ready = readyScheme(scheme);
  if (!ready.ok) return refuse({ code: 'scheme-unfit-for-months', schemeId: scheme.id, findings: ready.refusal });
  const members = (await cards.membersOf(branchId)).filter((member) => member.active);
  if (members.length === 0) return refuse({ code: 'no-participants', branchId });
  const posts = postsOf(card, members, now);
  if (!posts.ok) return posts;
  const answer = await openingDeadlines({ deadlines, months }, branchId, month);
  return answer.ok ? ok({ card, period: month, members, plan, scheme, answer: answer.value, posts: posts.value }) : answer;
}

/** A month that is opened when its closing month has met already is evaluated by itself: the list that it would be on is closed. */
async function openingDeadlines({ deadlines, months }: Pick<OpeningPorts, 'deadlines' | 'months'>, branchId: string, month: Period) {
  const together = await deadlines.of({ kind: 'month', branchId, period: month });
  const closing = together.ok ? together.value.joint?.closing : undefined;
  if (closing === undefined || closing === month) return together;
  const last = await months.find(branchId, closing);
  const isMet = last !== undefined && stepAt(last.stage)?.process !== 'meeting-side';
  return isMet ? deadlines.of({ kind: 'month', branchId, period: month, alone: true }) : together;
}

function jointFrom({ joint }: DeadlinesAnswer): Pick<BranchMonthInput, 'joint'> {
  if (!joint) return {};
  const { closing, by, months } = joint;
  return { joint: { closing: periodOf(closing), by, months: months.map(periodOf) } };
}

function recordOf({ answer, ...frozen }: Opening, now: number): BranchMonthRecord {
  const state = initialBranchMonth({
    ...stateInput(frozen),
    period: frozen.period,
    ...jointFrom(answer),
    applicationBy: dueAt(answer.deadlines, 'application') ?? now,
    votersNotScored: [],
  });
  const { deadlines, meetingOn } = answer;
  return { ...newRecord(frozen, state, now), deadlines, meetingOn, decidedWith: decidedWithOf(state) };
}

function openingEvents(record: BranchMonthRecord, realNow: number) {
  const { _id, branchId, period } = record;
  const start = event('start-branch-month', _id, realNow, { branchId, period });
  const lastDay = record.deadlines.find((deadline) => deadline.step === 'application')?.lastDay;
  const notice = { template: 'month-opened' as const, key: _id, recipients: onScreen(record), facts: lastDay ? { lastDay } : {} };
  return notice.recipients.length === 0 ? [start] : [start, event('notice', `month-opened/${_id}`, realNow, noticeOf(record, notice))];
}
