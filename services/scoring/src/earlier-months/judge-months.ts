import type { BranchCard, EarlierMonthShape, EarlierMonthsIssue, MemberCard, YearPlan } from '@jifen/contracts';
import {
  type EarlierIssue,
  type EarlierMonth,
  type EarlierPlace,
  earlierIssues,
  type LocalDate,
  localDateOf,
  type MonthProfile,
  memberId,
  type Pledge,
  type Posts,
  period as periodOf,
  pointsFromHundredths,
  type ScoringScheme,
  startOfDay,
  yearOf,
} from '@jifen/domain';
import { countyOf } from '../access/organisation-paths.ts';
import type { BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { paperLine } from '../branch-months/lines.ts';
import type { CardStore } from '../cards/card.store.ts';
import { postsOf } from '../opening/roster.ts';
import { planOfMonth, withPolicy } from '../plans/plan-of-month.ts';
import type { YearPlans } from '../plans/year-plan.store.ts';
import { readyScheme } from '../scheme-library/ready-schemes.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';

export type JudgingPorts = {
  months: Pick<BranchMonthStore, 'ofBranch'>;
  cards: Pick<CardStore, 'members'>;
  plans: YearPlans;
  schemes: Schemes;
};

/** A month that may come in, with what its record is made from. */
export type Accepted = {
  shape: EarlierMonthShape;
  month: EarlierMonth;
  members: MemberCard[];
  plan: YearPlan;
  scheme: ScoringScheme;
  posts: Posts;
};
export type Judged = { accepted: Accepted[]; issues: EarlierMonthsIssue[] };

type Asked = {
  card: BranchCard;
  months: readonly EarlierMonthShape[];
  now: number;
  /** Periods of which the store itself will say whether they are there already. */
  leaveOut?: readonly string[];
};

/** Everything that is wrong with the months of a file; a month with nothing wrong is accepted. */
export async function judgeMonths(ports: JudgingPorts, { card, months, now, leaveOut = [] }: Asked): Promise<Judged> {
  const { branchId } = card;
  const papers = months.map(paperOf);
  const memberIds = [...new Set(months.flatMap(({ lines }) => lines.map((line) => line.memberId)))];
  const [found, recorded, plans, schemes] = await Promise.all([
    ports.cards.members(memberIds),
    ports.months.ofBranch(branchId),
    plansOf(ports, branchId, papers),
    schemesOf(ports, card, papers),
  ]);
  const members = new Map(found.filter((member) => member.branchId === branchId).map((member) => [member.memberId, member]));
  const planOf = (month: EarlierMonth['period']) => plans.get(yearOf(month));
  const issues = earlierIssues(papers, {
    today: localDateOf(now),
    profileOf: (month) => profileIn(schemes.get(month)),
    planOf: (month) => planned(planOf(month), month),
    belongs: (id) => members.has(id),
    recorded: recorded
      .filter(({ period }) => !leaveOut.includes(period))
      .map(({ period, broughtIn }) => ({ period: periodOf(period), by: broughtIn ? 'import' : 'process' })),
  });
  const judged = { accepted: [] as Accepted[], issues: issues.map((issue) => shownIssue(issue, months)) };
  for (const [index, month] of papers.entries()) {
    const shape = months[index];
    const [plan, scheme] = [planOf(month.period), schemes.get(month.period)];
    if (!shape || !plan || !scheme || issues.some((issue) => issue.month === index)) continue;
    const own = shape.lines.flatMap((line) => members.get(line.memberId) ?? []);
    const posts = postsOf(card, own, startOfDay(month.meeting.heldOn));
    if (posts.ok) judged.accepted.push({ shape, month, members: own, plan, scheme: withPolicy(scheme, plan.policy), posts: posts.value });
    else judged.issues.push(issueAt(['months', index, 'meeting', 'heldOn'], months, posts.refusal));
  }
  return judged;
}

function paperOf({ period, meeting, postedOn, filedOn, lines }: EarlierMonthShape): EarlierMonth {
  return {
    period: periodOf(period),
    meeting: { ...meeting, heldOn: meeting.heldOn as LocalDate },
    postedOn: postedOn as LocalDate,
    filedOn: filedOn as LocalDate,
    lines: lines.map(paperLine),
  };
}

async function plansOf({ plans }: JudgingPorts, branchId: string, papers: readonly EarlierMonth[]): Promise<Map<number, YearPlan>> {
  const years = [...new Set(papers.map(({ period }) => yearOf(period)))];
  const found = await Promise.all(years.map((year) => plans.find(branchId, year)));
  return new Map(found.flatMap((plan) => (plan ? [[plan.year, plan] as const] : [])));
}

async function schemesOf({ schemes }: JudgingPorts, { path, sector }: BranchCard, papers: readonly EarlierMonth[]) {
  const inForce = papers.map(async ({ period }) => [period, await schemes.inForce({ countyId: countyOf(path), sector, period })] as const);
  return new Map<string, ScoringScheme>(await Promise.all(inForce));
}

function profileIn(scheme: ScoringScheme | undefined): MonthProfile | null {
  const ready = scheme && readyScheme(scheme);
  return ready?.ok ? ready.value.profile : null;
}

function planned(plan: YearPlan | undefined, month: EarlierMonth['period']) {
  if (!plan) return null;
  const { ceiling, pledges } = planOfMonth(plan, month);
  const pledgeOf = ({ text: _text, ...pledge }: YearPlan['pledges'][number]): Pledge => ({
    ...pledge,
    memberId: memberId(pledge.memberId),
  });
  return { ceiling: pointsFromHundredths(ceiling), pledges: pledges.map(pledgeOf) };
}

type Path = readonly (string | number)[];

function shownIssue({ month, place, refusal }: EarlierIssue, months: readonly EarlierMonthShape[]): EarlierMonthsIssue {
  return issueAt(['months', month, ...pathOf(place)], months, refusal);
}

const named = { base: 'deductions', task: 'task', reward: 'rewards' } as const;

function pathOf(place: EarlierPlace): Path {
  if (place.part !== 'line') return [place.part];
  const { line, of } = place;
  if (!of) return ['lines', line, 'memberId'];
  return ['lines', line, named[of.part], ...(of.entry === undefined ? [] : [of.entry])];
}

/** With what stands at its place in the file. */
function issueAt(path: Path, months: readonly EarlierMonthShape[], { code, ...facts }: { code: string }): EarlierMonthsIssue {
  const value = path.reduce<unknown>((within, step) => (within as Record<string | number, unknown>)[step], { months });
  return { path: ['body', ...path].join('.'), code, value, facts };
}
