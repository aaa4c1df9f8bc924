import type { EntryLine, YearPlan } from '@jifen/contracts';
import type { BranchPlan, County } from '../../infra/demo/src/county.ts';
import { memberIdOf, type Person, personIdOf, postHolders } from '../../infra/demo/src/people.ts';
import { planYear } from '../../infra/demo/src/plans.ts';
import { type Random, randomOf } from '../../infra/demo/src/random.ts';
import { taskOf } from './expected-line.ts';
import type { BranchMonthScript, Fulfilled, HandedIn, MemberScript, Script } from './script.ts';

export type Cast = { seed: string; county: County; people: readonly Person[]; plans: readonly YearPlan[]; months: number };

const deductions: readonly [EntryLine, ...EntryLine[]] = [
  { item: 'unexcused-absence', amount: 50, basis: '主题党日无故缺席一次' },
  { item: 'late-dues', amount: 50, basis: '党费迟缴一个月' },
  { item: 'study-not-completed', amount: 50, basis: '当月学习内容未完成' },
  { item: 'request-of-masses-ignored', amount: 100, basis: '群众诉求未及时回应' },
];
const commended: EntryLine = { item: 'commendation-below-county', amount: 100, basis: '受到镇级通报表扬', evidence: '通报〔2026〕7号' };
const heroic: EntryLine = { item: 'heroic-act', amount: 500, basis: '抢险救援中表现突出', evidence: '情况证明〔2026〕3号' };
const exceeded: EntryLine = { item: 'yearly-target-exceeded', amount: 200, basis: '超额完成年度任务', evidence: '考核表〔2026〕1号' };

/** One member of a branch has more rewards than the year counts. */
const more: readonly EntryLine[] = [heroic, { ...heroic, evidence: '情况证明〔2026〕4号' }, exceeded];

/** Who does what in every branch and month, determined by the seed beforehand. */
export function writeScript(cast: Cast): Script {
  const periods = Array.from({ length: cast.months }, (_, index) => `${planYear}-${String(index + 1).padStart(2, '0')}`);
  const months = periods.flatMap((period, month) =>
    cast.county.branches.map((branch, index) => branchMonth(cast, { branch, period, turn: index + month })),
  );
  return { seed: cast.seed, periods, months };
}

type Part = { branch: BranchPlan; period: string; turn: number };

function branchMonth(cast: Cast, { branch, period, turn }: Part): BranchMonthScript {
  const random = randomOf(`${cast.seed} ${branch.id} ${period}`);
  const plan = cast.plans.find(({ branchId }) => branchId === branch.id);
  const ceiling = plan?.ceilings[Number(period.slice(5)) - 1] ?? 0;
  const members = Array.from({ length: branch.size }, (_, index) => memberOf(cast, { branch, period, n: index + 1, random }));
  const give = giver(members, branch, random);
  if (turn % 4 === 2) give((member) => ({ ...member, rewards: more }));
  for (let changes = random.below(3); changes > 0; changes -= 1) give((member) => reviewed(member, random));
  if (turn % 3 < 2) give((member) => (member.signsIn ? objecting(member, { ceiling, upheld: turn % 3 === 1 }) : undefined));
  return {
    branch,
    period,
    ceiling,
    members,
    ...(turn % 4 === 0 ? { failedMeeting: turn % 8 === 0 ? ('no-quorum' as const) : ('not-carried' as const) } : {}),
    ...(turn % 4 === 1 ? { returnedTo: turn % 8 === 1 ? ('posting' as const) : ('filing' as const) } : {}),
  };
}

type Someone = { branch: BranchPlan; period: string; n: number; random: Random };

function memberOf({ people, plans }: Cast, { branch, period, n, random }: Someone): MemberScript {
  const memberId = memberIdOf(branch.id, n);
  const personId = personIdOf(branch.id, n);
  const onPaper = people.find((person) => person.personId === personId)?.membership?.channel === 'paper';
  const handedIn = onPaper ? (random.chance(90) ? 'on-paper' : 'never') : onScreen(random);
  const holdsPost = n <= postHolders(branch).deputyRecorder;
  return {
    memberId,
    personId,
    signsIn: !onPaper,
    handedIn: handedIn === 'late-after-review' && holdsPost ? 'late' : handedIn,
    fulfilled: fulfilledOf(plans, { memberId, period, random }),
    rewards: random.chance(6) ? [commended] : [],
    deductions: random.chance(10) ? [random.pick(deductions)] : [],
    knownTask: random.chance(50) ? 200 : 0,
  };
}

function onScreen(random: Random): HandedIn {
  const place = random.below(100);
  if (place < 72) return 'in-time';
  if (place < 80) return 'anew';
  if (place < 84) return 'on-paper';
  if (place < 90) return 'late';
  if (place < 93) return 'late-before-review';
  return place < 96 ? 'late-after-review' : 'never';
}

function fulfilledOf(plans: readonly YearPlan[], { memberId, period, random }: { memberId: string; period: string; random: Random }) {
  const month = Number(period.slice(5));
  const pledges = plans
    .flatMap((plan) => plan.pledges)
    .filter((pledge) => pledge.memberId === memberId && pledge.dueMonths.includes(month));
  return pledges.map(({ id: pledgeId, weight }): Fulfilled => {
    const place = random.below(100);
    return { pledgeId, weight, state: place < 78 ? 'done' : place < 92 ? 'partly-done' : 'not-done' };
  });
}

type Change = (member: MemberScript) => MemberScript | undefined;

/** Changes the script of somebody without post whose line is decided with the list of the month, if the branch has one left. */
function giver(members: MemberScript[], branch: BranchPlan, random: Random) {
  const firstWithoutPost = postHolders(branch).deputyRecorder - 1;
  const given = new Set<number>();
  return (change: Change): void => {
    const first = random.below(members.length);
    for (let step = 0; step < members.length; step += 1) {
      const at = (first + step) % members.length;
      const member = members[at];
      const isDecidedInTime = member && member.handedIn !== 'never' && member.handedIn !== 'late-after-review';
      const changed = isDecidedInTime && at >= firstWithoutPost && !given.has(at) ? change(member) : undefined;
      if (!changed) continue;
      members[at] = changed;
      given.add(at);
      return;
    }
  };
}

function reviewed(member: MemberScript, random: Random): MemberScript {
  const withoutRewards = member.rewards.length > 0;
  const reason = withoutRewards ? '表彰层级不符合奖励分标准' : '记录缺少一周，按实际完成情况调整';
  return { ...member, reviewed: { lessTask: withoutRewards ? 0 : 50 + 25 * random.below(3), withoutRewards, reason } };
}

/** An upheld objection changes the resolved value: half a point more, or less where more is impossible. */
function objecting(member: MemberScript, { ceiling, upheld }: { ceiling: number; upheld: boolean }): MemberScript {
  if (!upheld) return { ...member, objection: { upheld } };
  const before = taskOf(member.fulfilled, ceiling);
  return { ...member, objection: { upheld, task: before + 50 <= ceiling ? before + 50 : before - 50 } };
}
