import type { BranchMonthScreen, DecisionContent, LineValuesShape, MonthRow, WaitedStep } from '@jifen/contracts';
import { memberIdOf } from '../../infra/demo/src/people.ts';
import { act, type Desk, decide, monthPath, postsOf, readMonth } from './desk.ts';
import { handIn } from './hand-in.ts';
import type { BranchMonthScript, MemberScript, ReviewChange } from './script.ts';

/** The next step of a branch's month: read it again, because something was done, or wait for an instant. */
export type Next = 'look-again' | number;
type Step = (desk: Desk, view: BranchMonthScreen) => Promise<Next>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
const dayOf = (instant: number) => new Date(instant + 8 * hourMs).toISOString().slice(0, 10);

const dueAt = (view: BranchMonthScreen, step: WaitedStep): number => {
  const deadline = view.deadlines.find((one) => one.step === step);
  if (deadline) return deadline.dueAt;
  throw new Error(`${view.branchId}/${view.period} has no deadline for ${step}`);
};
const rowOf = (view: BranchMonthScreen, memberId: string) => view.rows.find((row) => row.memberId === memberId);
const isWaitingIn =
  (view: BranchMonthScreen, application: MonthRow['application'] = 'waiting') =>
  (memberId: string) =>
    rowOf(view, memberId)?.application === application;

const scriptOf = ({ members }: BranchMonthScript, memberId: string): MemberScript => {
  const script = members.find((member) => member.memberId === memberId);
  if (script) return script;
  throw new Error(`${memberId} is not in the script`);
};

/** Submission opens on the 25th. */
export const applying: Step = async (desk, view) => {
  const opensAt = startOf(`${view.period}-25`) + 9 * hourMs;
  if (desk.now < opensAt) return opensAt;
  await handIn(desk, ['in-time', 'anew', 'on-paper'], isWaitingIn(view));
  return dueAt(view, 'application');
};

export const registering: Step = async (desk, view) => {
  const { recorder } = postsOf(desk.script);
  await handIn(desk, ['late'], isWaitingIn(view, 'absent'));
  const now = await readMonth(desk, recorder);
  const awaiting = now.rows.filter(({ registered }) => registered === undefined);
  await decide(desk, now, recorder, registration(desk, awaiting));
  return 'look-again';
};

function registration({ script }: Desk, rows: readonly MonthRow[]): DecisionContent {
  const lines = rows.map(({ memberId, claimed }) => {
    const { deductions, knownTask } = scriptOf(script, memberId);
    const known: LineValuesShape = claimed ?? { deductions: [], task: knownTask, rewards: [] };
    const note = claimed || knownTask === 0 ? {} : { note: '本人未申报，按支部掌握的情况登记。' };
    return { memberId, task: known.task, rewards: known.rewards, deductions: [...deductions], ...note };
  });
  return { kind: 'register', lines };
}

/** The committee meets when the registration is due. Later applications are registered one by one. */
export const reviewing: Step = async (desk, view) => {
  const { recorder, reviewer, secretary } = postsOf(desk.script);
  const done = (kind: string) => view.acts.filter((one) => one.kind === kind && one.round === view.round && one.status === 'effective');
  if (done('review').length > 0) {
    const memberId = memberIdOf(desk.script.branch.id, 2);
    await decide(desk, view, secretary, { kind: 'review-own-line', memberId });
    return 'look-again';
  }
  const registeredAt = Math.max(...done('register').map(({ at }) => at));
  const reviewAt = Math.max(dueAt(view, 'registration'), registeredAt + hourMs);
  if (view.round === 1 && desk.now < reviewAt) return reviewAt;
  if (view.round === 1) await registerTheLate(desk, view, recorder);
  await decide(desk, view, reviewer, { kind: 'review', changes: changesIn(desk, await readMonth(desk, reviewer)) });
  return 'look-again';
};

async function registerTheLate(desk: Desk, view: BranchMonthScreen, recorder: string): Promise<void> {
  await handIn(desk, ['late-before-review'], isWaitingIn(view, 'absent'));
  const late = new Set(desk.script.members.filter(({ handedIn }) => handedIn === 'late-before-review').map(({ memberId }) => memberId));
  if (late.size === 0) return;
  const now = await readMonth(desk, recorder);
  const rows = now.rows.filter(({ memberId }) => late.has(memberId));
  await decide(desk, now, recorder, registration(desk, rows), 'late');
}

function changesIn({ script }: Desk, { rows, round }: BranchMonthScreen) {
  if (round > 1) return [];
  return rows.flatMap((row) => {
    const { reviewed } = scriptOf(script, row.memberId);
    return reviewed && row.registered ? [{ memberId: row.memberId, ...changed(row.registered, reviewed), reason: reviewed.reason }] : [];
  });
}

function changed({ deductions, task, rewards }: LineValuesShape, { lessTask, withoutRewards }: ReviewChange): LineValuesShape {
  return { deductions, task: Math.max(0, task - lessTask), rewards: withoutRewards ? [] : rewards };
}

/** On the party day in the evening; after a failed meeting on the evening after. A supplement is decided on at once. */
export const meeting: Step = async (desk, view) => {
  const { secretary } = postsOf(desk.script);
  const { held } = view.meeting;
  if (view.round === 1) {
    const evening = startOf(view.meetingOn ?? view.today) + (19 + 24 * held.length) * hourMs;
    if (desk.now < evening) return evening;
    await handIn(desk, ['late-after-review'], isWaitingIn(view, 'absent'));
  }
  const fails = view.round === 1 && held.length === 0 ? desk.script.failedMeeting : undefined;
  await decide(desk, view, secretary, resolution(desk, view, fails), String(held.length + 1));
  return 'look-again';
};

function resolution({ now }: Desk, { rows }: BranchMonthScreen, fails: BranchMonthScript['failedMeeting']): DecisionContent {
  const voters = rows.filter(({ votes }) => votes).map(({ memberId }) => memberId);
  const half = Math.floor(voters.length / 2);
  const present = fails === 'no-quorum' ? voters.slice(0, Math.ceil(voters.length / 2) - 1) : voters;
  const inFavour = fails === 'not-carried' ? half : present.length;
  const votes = { inFavour, against: present.length - inFavour, abstained: 0 };
  const onLeave = voters.slice(present.length);
  const minutes = fails ? '会议未形成决议，另行召开。' : '逐项宣读支委会初评意见，举手表决。';
  return { kind: 'record-meeting', heldOn: dayOf(now), present, onLeave, ...votes, separate: [], changes: [], carried: !fails, minutes };
}

/** On the day by which the list is to be posted, which is a working day. */
export const posting: Step = async (desk, view) => {
  const morning = dueAt(view, 'posting') - dayMs + 9 * hourMs;
  if (desk.now < morning) return morning;
  await decide(desk, view, postsOf(desk.script).recorder, { kind: 'post', postedOn: dayOf(morning), place: '党员活动室公开栏' });
  return 'look-again';
};

export const inPublicity: Step = async (desk, view) => {
  const objectors = desk.script.members.filter(({ objection }) => objection);
  const raised = new Set(view.objections.map(({ memberId }) => memberId));
  for (const member of objectors) if (!raised.has(member.memberId)) await object(desk, view, member);
  return dueAt(view, 'publicity');
};

async function object(desk: Desk, view: BranchMonthScreen, { memberId, personId, objection }: MemberScript): Promise<void> {
  const { period } = desk.script;
  const actId = `sim-${memberId}-${period}-objects`;
  const body = { actId, round: view.round, memberId, component: 'task', statement: '任务分与本人记录不一致，请核实。' };
  await act(desk, personId, { actId, method: 'post', path: `${monthPath(desk.script)}/objections`, body });
  const { secretary } = postsOf(desk.script);
  const resolved = rowOf(await readMonth(desk, secretary), memberId)?.resolved;
  const upheld = objection?.upheld && resolved ? { ...resolved, memberId, task: objection.task } : undefined;
  const content = { kind: 'answer-objection' as const, objectionId: actId, upheld: upheld !== undefined };
  const answer = upheld ? '经核实，记录有误，予以更正。' : '经核实，维持原分。';
  await decide(desk, view, secretary, { ...content, answer, ...(upheld ? { change: upheld } : {}) }, memberId);
}

export const filing: Step = async (desk, view) => {
  await decide(desk, view, postsOf(desk.script).recorder, { kind: 'file' });
  return 'look-again';
};

export const filed: Step = async (desk, view) => {
  const { superior } = postsOf(desk.script);
  const { returnedTo } = desk.script;
  if (view.round === 1 && returnedTo) {
    await decide(desk, view, superior, { kind: 'return', backTo: returnedTo, reason: '会议记录没有写明主持人，请补正后再报。' });
    return 'look-again';
  }
  const list = view.publications.find(({ round }) => round === view.round);
  if (list?.receiptNumber === undefined) await decide(desk, view, superior, { kind: 'receive' });
  return dueAt(view, 'return-window');
};
