import type { BranchMonthView } from '@jifen/contracts';
import { deductionsOf } from './claims.ts';
import type { BranchPlan } from './county.ts';
import { type Decision, decide, type Month } from './decide.ts';
import { memberIdOf, personIdOf, postHolders, superiorOf } from './people.ts';
import { randomOf } from './random.ts';
import { meetingPlace } from './words.ts';
import type { World } from './world.ts';

type Step = (world: World, branch: BranchPlan, period: string) => Promise<void>;
type Act = Omit<Decision, keyof Month>;

const step =
  (act: (branch: BranchPlan, period: string) => Act): Step =>
  (world, branch, period) =>
    decide(world, { branchId: branch.id, period, ...act(branch, period) });

const recorderOf = (branch: BranchPlan) => personIdOf(branch.id, postHolders(branch).recorder);
const secretaryOf = (branch: BranchPlan) => personIdOf(branch.id, postHolders(branch).secretary);

/** The committee's batch is decided by its second member, whose own line the secretary decides afterwards. */
const reviewerNumber = ({ committeeSize }: BranchPlan) => (committeeSize === 0 ? 1 : 2);

export const register = step((branch, period) => ({
  kind: 'register',
  by: recorderOf(branch),
  content: ({ rows }) => ({
    kind: 'register',
    lines: rows.map(({ memberId, proposed }) => {
      return { memberId, ...proposed, deductions: [...proposed.deductions, ...deductionsOf({ memberId, period })] };
    }),
  }),
}));

export const review = step((branch) => ({
  kind: 'review',
  by: personIdOf(branch.id, reviewerNumber(branch)),
  content: (view) => ({ kind: 'review', changes: branch.id === 'lanping' ? correctionIn(view) : [] }),
}));

/** One commendation that the committee changes to a lower level. */
function correctionIn({ rows }: BranchMonthView) {
  const row = rows.find(({ registered, rosterNumber }) => rosterNumber > 3 && (registered?.task ?? 0) > 100);
  if (!row?.registered) return [];
  const { deductions, task, rewards } = row.registered;
  return [{ memberId: row.memberId, deductions, task: task - 50, rewards, reason: '设岗定责记录缺少一周，按实际完成情况调整' }];
}

export const reviewOwnLine = step((branch) => {
  const memberId = memberIdOf(branch.id, reviewerNumber(branch));
  return { kind: 'review-own-line', by: secretaryOf(branch), content: () => ({ kind: 'review-own-line', memberId }) };
});

export const holdMeeting =
  (heldOn: string): Step =>
  (world, branch, period) =>
    decide(world, {
      branchId: branch.id,
      period,
      kind: 'record-meeting',
      by: secretaryOf(branch),
      content: (view) => resolution(view, heldOn, period),
    });

function resolution({ rows, branchId }: BranchMonthView, heldOn: string, period: string) {
  const random = randomOf(`meeting ${branchId} ${period}`);
  const voters = rows.filter(({ votes }) => votes).map(({ memberId }) => memberId);
  const absent = random.below(Math.max(1, Math.floor(voters.length / 6)) + 1);
  const onLeave = voters.slice(voters.length - absent);
  const present = voters.slice(0, voters.length - absent);
  const abstained = random.below(2);
  const votes = { inFavour: present.length - abstained, against: 0, abstained };
  const minutes = '会议逐项宣读支委会初评意见，对照承诺进行评议，全体到会有表决权的党员举手表决。';
  return { kind: 'record-meeting' as const, heldOn, present, onLeave, ...votes, separate: [], changes: [], carried: true, minutes };
}

export const post =
  (postedOn: string): Step =>
  (world, branch, period) =>
    decide(world, {
      branchId: branch.id,
      period,
      kind: 'post',
      by: recorderOf(branch),
      content: () => ({ kind: 'post', postedOn, place: meetingPlace }),
    });

export const file = step((branch) => ({ kind: 'file', by: recorderOf(branch), content: () => ({ kind: 'file' }) }));

export const receive = step((branch) => ({ kind: 'receive', by: superiorOf(branch), content: () => ({ kind: 'receive' }) }));
