import { type BranchCard, type BranchMonthView, decisionKinds } from '@jifen/contracts';
import { actId, decide, type MonthItem, type MonthProfile, personId } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { Act } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { nextStepOf } from '../branch-months/step-deadline.ts';
import type { SheetTotals } from '../sheets/sheet.store.ts';
import { allowedActions } from './allowed-actions.ts';
import { jointView } from './joint-view.ts';
import { meetingBlock } from './meeting-block.ts';
import { leaversOf, monthRows } from './month-rows.ts';
import { objectionViews } from './objection-views.ts';
import { publicationViews } from './publication-views.ts';
import { reviewers } from './reviewers.ts';
import { deadlinesView, nextStepView } from './steps-view.ts';
import { waitingFor } from './waiting-for.ts';

export type MonthMaterial = {
  record: BranchMonthRecord;
  card: BranchCard;
  /** The other months of its evaluation. */
  beside: readonly BranchMonthRecord[];
  /** Of the month, without applications. */
  acts: readonly Act[];
  applications: readonly Act[];
  /** Of the participants, for the year, in the order of months. */
  sheets: readonly SheetTotals[];
  openBefore: readonly string[];
  caller: Caller;
  now: number;
};

/** 支部本月, as those see it who have a post in it. */
export function monthView(material: MonthMaterial): BranchMonthView {
  const { record, card, beside, acts, applications, sheets, openBefore, caller, now } = material;
  const { branchId, period, state, meetingOn, broughtIn, decidedWith } = record;
  const left = leaversOf(record);
  const joint = jointView({ record, beside, card });
  return {
    branchId,
    branchName: record.branchName,
    organisation: record.path,
    committeeName: card.committeeName,
    period,
    sector: record.sector,
    ...(broughtIn === undefined ? {} : { broughtIn }),
    stage: record.stage,
    round: record.round,
    rosterHash: record.rosterHash,
    ceiling: state.ceiling,
    items: itemsOf(state.profile),
    basePoints: state.profile.base.yearStart,
    hasCommittee: state.posts.hasCommittee,
    reviewers: reviewers(record),
    deadlines: deadlinesView(record.deadlines),
    ...nextStepView(nextStepOf(record)),
    ...(meetingOn === undefined ? {} : { meetingOn }),
    waitingFor: waitingFor(record, card),
    ...(joint ? { joint } : {}),
    openBefore: [...openBefore],
    ...(decidedWith ? { decidedWith } : {}),
    counters: record.counters,
    rows: monthRows({ record, acts, applications, sheets }),
    ...(left.length > 0 ? { left } : {}),
    meeting: meetingBlock(record, acts),
    publications: publicationViews(record),
    objections: objectionViews(record, acts),
    objectionsTo: card.objectionsTo,
    acts: acts.filter(isDecision).map((act) => summaryOf(act, { record, caller, now })),
    allowed: allowedActions(record, { caller, now }),
  };
}

/** What may be deducted and rewarded, to choose from. */
function itemsOf({ base, reward }: MonthProfile): BranchMonthView['items'] {
  const shown = ({ id, title, amount, evidence, sample }: MonthItem) => ({
    item: id,
    title,
    evidence,
    sample,
    ...(amount === null ? {} : { amount: Math.abs(amount) }),
  });
  return { deductions: base.items.map(shown), rewards: reward.items.map(shown) };
}

/** What those who decide have decided; applications and objections are shown where they belong. */
const isDecision = (act: Act) => decisionKinds.some((kind) => kind === act.kind);

type Seen = { record: BranchMonthRecord; caller: Caller; now: number };

function summaryOf(act: Act, { record, caller, now }: Seen): BranchMonthView['acts'][number] {
  const name = record.participants.find((member) => member.personId === act.by.personId)?.name;
  return {
    actId: act._id,
    kind: act.kind,
    status: act.status,
    round: act.round,
    by: act.by.personId,
    ...(name === undefined ? {} : { byName: name }),
    at: act.at,
    withdrawable: act.status === 'effective' && mayWithdraw(act, { record, caller, now }),
    ...(act.refusal ? { refusal: act.refusal.code } : {}),
  };
}

function mayWithdraw(act: Act, { record, caller, now }: Seen): boolean {
  if (caller.personId === undefined) return false;
  const head = { actId: actId('not-yet-decided'), by: personId(caller.personId), round: act.round };
  return decide(record.state, { ...head, kind: 'withdraw', withdraws: actId(act._id) }, now).ok;
}
