import type { ApplicationForm } from '@jifen/contracts';
import {
  actId,
  applicationByOf,
  localDateOf,
  ok,
  type Participant,
  period as periodOf,
  personId,
  previousPeriod,
  type Result,
  refuse,
} from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import type { Act, ActStore } from '../acts/act.store.ts';
import { howApplied } from '../acts/how-applied.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { applicationLine, claimedPoints } from '../branch-months/lines.ts';
import { withPostsHeld } from '../branch-months/posts-held.ts';
import type { CardStore } from '../cards/card.store.ts';
import { decisionOf, noCalendar } from '../month-acts/domain-decision.ts';
import { take } from '../month-acts/effect.ts';
import { applicationStateOf } from '../overview/month-rows.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { type ApplicationContent, applicationKey, type MemberMonthKey, participantOf } from './application.ts';

export type FormPorts = {
  months: Pick<BranchMonthStore, 'find'>;
  acts: Pick<ActStore, 'find' | 'findLive'>;
  cards: Pick<CardStore, 'branch'>;
  sheets: Pick<SheetStore, 'ofYear'>;
};
type Asking = MemberMonthKey & { caller: Caller; now: number };
type Own = Asking & { record: BranchMonthRecord; participant: Participant };

/** 本月积分申报 with everything filled in that is known: for the member themselves, or for whoever may enter their paper. */
export async function applicationForm(ports: FormPorts, asking: Asking): Promise<Result<ApplicationForm, AccessRefusal>> {
  const { branchId, period, now } = asking;
  const [kept, card] = await Promise.all([ports.months.find(branchId, period), ports.cards.branch(branchId)]);
  const record = kept && withPostsHeld(kept, card, now);
  const participant = record && participantOf(record, asking.memberId);
  if (!participant) return refuse({ code: 'not-found' });
  const own = { ...asking, record, participant };
  const permission = mayRead(own);
  if (!permission.ok) return permission;
  const act = await ports.acts.findLive(applicationKey(asking));
  const submitted = act && submittedOf(own, act);
  const [last, withdrawn] = await Promise.all([lastMonth(ports, own), submitted ? undefined : withdrawnOf(ports, participant)]);
  return ok({ ...formOf(own), ...(submitted ? { submitted } : {}), ...(withdrawn ? { withdrawn } : {}), ...(last ? { last } : {}) });
}

function mayRead({ caller, memberId, record, now }: Own): Result<true, AccessRefusal> {
  const action = caller.memberId === memberId ? 'application:read' : 'application:submit-on-behalf';
  return permitted({ caller, action, organisation: record.path, member: memberId, at: now });
}

function formOf({ record, participant, memberId, now }: Own): Omit<ApplicationForm, 'submitted' | 'withdrawn' | 'last'> {
  const { branchId, branchName, period, state } = record;
  const registration = record.deadlines.find(({ step }) => step === 'registration');
  const applicationBy = applicationByOf(state, participant);
  const late = now >= applicationBy;
  const notYet = participant.application === 'waiting-application' || participant.application === 'absent';
  const refusedLate = late && state.profile.lateApplication === 'refused';
  const nameOf = (personId: string) => record.participants.find((card) => card.personId === personId)?.name;
  const recorder = nameOf(state.posts.recorder);
  return {
    branchId,
    branchName,
    period,
    memberId,
    memberName: nameOf(participant.personId) ?? '',
    state: applicationStateOf(participant),
    open: notYet && record.stage !== 'closed' && !refusedLate,
    late,
    lastDay: localDateOf(applicationBy - 1),
    ceiling: state.ceiling,
    pledges: participant.pledgesDue.map(({ id, kind, weight }) => ({ pledgeId: id, kind, text: textOf(record, id), weight })),
    rewardItems: rewardItems(record),
    next: {
      role: 'recorder',
      ...(recorder === undefined ? {} : { name: recorder }),
      ...(registration ? { lastDay: registration.lastDay } : {}),
    },
  };
}

const textOf = ({ pledges }: BranchMonthRecord, pledgeId: string) => pledges.find(({ id }) => id === pledgeId)?.text ?? '';

/** What may be entered at most, in hundredths. */
const mostEntered = 10_000;

/** An item whose table the county has not filled may reach the year's maximum. */
function rewardItems({ state }: BranchMonthRecord): ApplicationForm['rewardItems'] {
  const { items, yearMaximum } = state.profile.reward;
  return items.map(({ id, title, amount, evidence, sample }) => ({
    item: id,
    title,
    maximum: amount ?? yearMaximum ?? mostEntered,
    evidence,
    sample,
  }));
}

const claimIn = (act: Act | undefined): ApplicationContent | undefined => (act?.content.kind === 'application' ? act.content : undefined);

function submittedOf({ record, participant, caller, now }: Own, act: Act): ApplicationForm['submitted'] {
  const content = claimIn(act);
  if (!content) return undefined;
  const { fulfilments, rewards, onBehalf } = content;
  return {
    actId: act._id,
    at: act.at,
    onBehalf: onBehalf !== undefined,
    ...howApplied(record, act),
    ...(participant.entryConfirmed ? { confirmedAt: participant.entryConfirmed.at } : {}),
    confirmable: isConfirmable({ record, caller }, act, now),
    fulfilments,
    rewards,
    calculatedTask: claimedPoints(record, participant, applicationLine(participant, content).task),
    withdrawable: isWithdrawable(record, act, now),
  };
}

function isWithdrawable(record: BranchMonthRecord, application: Act, now: number): boolean {
  const withdrawal: Act = {
    ...application,
    _id: 'not-yet-withdrawn',
    kind: 'withdraw-application',
    content: { kind: 'withdraw-application', applicationId: application._id },
  };
  return take(record.state, decisionOf(record, withdrawal, noCalendar), now).ok;
}

function isConfirmable({ record, caller }: Pick<Own, 'record' | 'caller'>, { _id }: Act, now: number): boolean {
  if (caller.personId === undefined || record.stage === 'closed') return false;
  const head = { actId: actId('not-yet-confirmed'), by: personId(caller.personId), round: record.round };
  return take(record.state, { ...head, kind: 'confirm-entry', confirms: actId(_id) }, now).ok;
}

/** What was withdrawn, to be sent again as it was or changed. */
async function withdrawnOf({ acts }: FormPorts, { withdrawn }: Participant): Promise<ApplicationForm['withdrawn']> {
  const content = withdrawn && claimIn(await acts.find(withdrawn.actId));
  return content && { inTime: withdrawn.inTime, fulfilments: content.fulfilments, rewards: content.rewards };
}

/** Last month's points and what was stated then, for 与上月相同. */
async function lastMonth(ports: FormPorts, { branchId, period, memberId }: Own): Promise<ApplicationForm['last']> {
  const before = previousPeriod(periodOf(period));
  const [sheets, act] = await Promise.all([
    ports.sheets.ofYear(memberId, Number(before.slice(0, 4))),
    ports.acts.findLive(applicationKey({ branchId, period: before, memberId })),
  ]);
  const sheet = sheets.find((one) => one.period === before);
  if (!sheet) return undefined;
  const { fulfilments, rewards } = claimIn(act) ?? { fulfilments: [], rewards: [] };
  return { period: before, totals: sheet.totals, fulfilments, rewards };
}
