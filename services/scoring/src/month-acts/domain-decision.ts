import type { DecisionContent, StepDeadline } from '@jifen/contracts';
import {
  actId,
  type BranchMonthDecision,
  type LineChange,
  type LocalDate,
  memberId,
  membersOf,
  objectionId,
  ok,
  personId,
  type Result,
  type Round,
  type Act as StepAct,
} from '@jifen/domain';
import type { Act, ActContent, Attendance } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { applicationLine, monthLineOf, rosterHashOf, valueBefore } from '../branch-months/lines.ts';
import { type Deadlines, type DeadlinesRefusal, dueAt, publicationDeadlines } from '../deadlines/deadlines.ts';

type ContentOf<K extends ActContent['kind']> = Extract<ActContent, { kind: K }>;
type Material = { record: BranchMonthRecord; act: Act; calendar: CalendarFacts; round: Round | undefined; head: StepAct };

/** An act as the regulation understands it. */
export function decisionOf(record: BranchMonthRecord, act: Act, calendar: CalendarFacts): BranchMonthDecision {
  const following = act.follows ? { follows: true as const } : {};
  const head = { actId: actId(act._id), by: personId(act.by.personId), round: act.round, ...following };
  const round = record.state.rounds.find((candidate) => candidate.round === act.round);
  const material = { record, act, calendar, round, head };
  const { content } = act;
  switch (content.kind) {
    case 'application':
      return application(material, content);
    case 'object':
      return objection(material, content);
    case 'withdraw-application':
      return { ...head, by: applicant(material), kind: 'withdraw', withdraws: actId(content.applicationId) };
    case 'confirm-entry':
      return { ...head, kind: 'confirm-entry', confirms: actId(content.applicationId) };
    case 'leave':
      return leaving(material, content);
    case 'withdraw':
      return { ...head, kind: 'withdraw', withdraws: actId(content.actId) };
    case 'bring-in':
      throw new Error(`${act._id} brought in a whole month: there is nothing to decide`);
    default:
      return stepDecision(material, content);
  }
}

type StepContent = Exclude<DecisionContent, { kind: 'withdraw' }>;

function stepDecision(material: Material, content: StepContent): BranchMonthDecision {
  const { record, act, calendar, round, head } = material;
  const rosterHash = act.rosterHash ?? '';
  const changes = (lines: ContentOf<'review'>['changes']) => changesOf({ record, round }, 'review', lines);
  switch (content.kind) {
    case 'register':
      return {
        ...head,
        kind: 'register',
        rosterHash,
        lines: content.lines.map(({ note, ...line }) => ({
          ...monthLineOf(record, line, valueBefore(round, line.memberId, 'register')),
          ...(note === undefined ? {} : { reason: note }),
        })),
      };
    case 'review':
      return { ...head, kind: 'review', rosterHash, changes: changes(content.changes), leftOut: [] };
    case 'review-own-line':
      return {
        ...head,
        kind: 'review-own-line',
        memberIds: [memberId(content.memberId)],
        changes: changes(content.change ? [content.change] : []),
      };
    case 'record-meeting':
      return meetingDecision(material, content);
    case 'post':
      return {
        ...head,
        kind: 'post',
        postedOn: content.postedOn as LocalDate,
        place: content.place,
        onWorkingDay: calendar.workingDay,
        publicityEndsAt: dueAt(calendar.deadlines, 'publicity') ?? 0,
        filingBy: dueAt(calendar.deadlines, 'filing') ?? 0,
      };
    case 'answer-objection': {
      const value = content.change && monthLineOf(record, content.change, valueBefore(round, content.change.memberId, 'objection'));
      const answer = { objectionId: objectionId(content.objectionId), upheld: content.upheld, ...(value ? { newValue: value } : {}) };
      return { ...head, kind: 'answer-objection', ...answer };
    }
    case 'file':
      return { ...head, kind: 'file', returnBy: dueAt(calendar.deadlines, 'return-window') ?? 0 };
    default:
      return { ...head, ...content };
  }
}

type Meeting = ContentOf<'record-meeting'>;
type OfRound = Pick<Material, 'record' | 'round'>;

const changesOf = ({ record, round }: OfRound, step: 'review' | 'meeting', lines: ContentOf<'review'>['changes']): LineChange[] =>
  lines.map((line) => ({ line: monthLineOf(record, line, valueBefore(round, line.memberId, step)), reason: line.reason }));

function meetingDecision({ record, act, round, head }: Material, content: Meeting): BranchMonthDecision {
  const own = ofPeriod(content, record.period);
  const changes = changesOf({ record, round }, 'meeting', own.changes);
  return { ...head, kind: 'record-meeting', rosterHash: act.rosterHash ?? '', ...meeting(record, act, own), changes };
}

/** Of a meeting for several months, what it decided on the lines of one. */
export function ofPeriod(content: Meeting, period: string, closing = period): Meeting {
  const isOf = (line: { period?: string | undefined }) => (line.period ?? closing) === period;
  const plain = <T extends { period?: string | undefined }>({ period: _period, ...line }: T) => line;
  return { ...content, changes: content.changes.filter(isOf).map(plain), separate: content.separate.filter(isOf).map(plain) };
}

export function attendanceOf({ state }: BranchMonthRecord, { present }: Pick<Meeting, 'present'>): Attendance {
  const scored = membersOf(state)
    .filter((participant) => participant.voting)
    .map((participant) => participant.memberId);
  const voters = new Set<string>([...scored, ...state.votersNotScored]);
  return {
    due: membersOf(state).length + state.votersNotScored.length,
    voters: voters.size,
    present: new Set(present.filter((id) => voters.has(id))).size,
  };
}

/** Whoever followed the meeting of another month was counted there. */
function meeting(record: BranchMonthRecord, { follows }: Act, content: Meeting) {
  const { heldOn, inFavour, against, abstained, carried, separate } = content;
  return {
    heldOn: heldOn as LocalDate,
    ...(follows?.attendance ?? attendanceOf(record, content)),
    inFavour,
    against,
    abstained,
    carried,
    notDueToAttend: [],
    separateVotes: separate.map((vote) => ({ ...vote, memberId: memberId(vote.memberId) })),
  };
}

/** The member an application belongs to decides it, whoever entered their paper. */
function applicant({ record, act }: Material) {
  const participant = record.state.participants.find((candidate) => candidate.memberId === act.memberId);
  return participant?.personId ?? personId(act.by.personId);
}

function application(material: Material, content: ContentOf<'application'>): BranchMonthDecision {
  const { record, act, head } = material;
  const participant = record.state.participants.find((candidate) => candidate.memberId === act.memberId);
  const own = participant ?? { memberId: memberId(act.memberId ?? act.by.personId), pledgesDue: [] };
  const line = applicationLine(own, content);
  if (!content.onBehalf) return { ...head, kind: 'apply', line };
  const { way: how, paperSignedOn } = content.onBehalf;
  const signedOn = paperSignedOn === undefined ? {} : { signedOn: paperSignedOn as LocalDate };
  const way = how === 'telephone' ? { paperSigned: false, byTelephone: true as const } : { paperSigned: true, ...signedOn };
  const entered = { by: applicant(material), enteredBy: head.by, onBehalf: way };
  return { ...head, kind: 'apply', line, ...entered };
}

/** The roster is that of those who stay. */
function leaving({ record, act, head }: Material, { because, on }: ContentOf<'leave'>): BranchMonthDecision {
  const leaver = memberId(act.memberId ?? act.by.personId);
  const staying = new Set<string>(membersOf(record.state).map((member) => member.memberId));
  staying.delete(leaver);
  const rosterHash = rosterHashOf(record.participants.filter((card) => staying.has(card.memberId)));
  return { ...head, kind: 'leave', memberId: leaver, because, on: on as LocalDate, rosterHash };
}

function objection({ act, head }: Material, content: ContentOf<'object'>): BranchMonthDecision {
  const { objector, way } = content;
  const about = { objectionId: objectionId(act._id), lineMemberId: memberId(content.memberId), component: content.component };
  const raisedBy = objector ? objector.memberId : (act.by.memberId ?? act.by.personId);
  return {
    ...head,
    kind: 'object',
    by: personId(objector?.personId ?? head.by),
    ...(way && { enteredBy: head.by }),
    ...(raisedBy === undefined ? {} : { memberId: memberId(raisedBy) }),
    ...about,
  };
}

/** What a decision needs of the calendar before it can be judged, and the deadlines it starts. */
export type CalendarFacts = { workingDay: boolean; deadlines: StepDeadline[] };

/** Most decisions do not depend on it. */
export const noCalendar: CalendarFacts = { workingDay: true, deadlines: [] };

export async function calendarFactsOf(deadlines: Deadlines, { content, at }: Act): Promise<Result<CalendarFacts, DeadlinesRefusal>> {
  if (content.kind === 'post') return postingFacts(deadlines, content.postedOn);
  if (content.kind !== 'file') return ok(noCalendar);
  const window = await deadlines.of({ kind: 'return-window', filedAt: at });
  return window.ok ? ok({ workingDay: true, deadlines: window.value.deadlines }) : window;
}

async function postingFacts(deadlines: Deadlines, postedOn: string): Promise<Result<CalendarFacts, DeadlinesRefusal>> {
  const workingDay = await deadlines.isWorkingDay(postedOn);
  if (!workingDay.ok) return workingDay;
  const publication = await publicationDeadlines(deadlines, postedOn);
  return publication.ok ? ok({ workingDay: workingDay.value, deadlines: publication.value.deadlines }) : publication;
}
