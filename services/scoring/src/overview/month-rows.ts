import type { BranchMonthView, LineValuesShape, MemberCard, MonthRow } from '@jifen/contracts';
import { type Given, isLateClaim, type Line, membersListed, type Participant, standingValue } from '@jifen/domain';
import type { Act } from '../acts/act.store.ts';
import { howApplied } from '../acts/how-applied.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { currentLine } from '../branch-months/counters.ts';
import { shownLine } from '../branch-months/lines.ts';
import { ownDeadlines } from '../deadlines/member-waits.ts';
import type { SheetTotals } from '../sheets/sheet.store.ts';

export type RowMaterial = { record: BranchMonthRecord; acts: readonly Act[]; applications: readonly Act[]; sheets: readonly SheetTotals[] };

/** Each stage's value of each member, in roster order. */
export function monthRows(material: RowMaterial): MonthRow[] {
  const participants = membersListed(material.record.state);
  return [...material.record.participants]
    .sort((a, b) => a.rosterNumber - b.rosterNumber)
    .flatMap((card) => {
      const participant = participants.find(({ memberId }) => memberId === card.memberId);
      return participant ? [rowOf(material, card, participant)] : [];
    });
}

export const applicationStateOf = ({ application }: Participant): MonthRow['application'] =>
  application === 'waiting-application' ? 'waiting' : application;

const nothing: LineValuesShape = { deductions: [], task: 0, rewards: [] };

function rowOf({ record, acts, applications, sheets }: RowMaterial, card: MemberCard, participant: Participant): MonthRow {
  const current = currentLine(record.state, card.memberId);
  const { groupName } = card;
  return {
    memberId: card.memberId,
    name: card.name,
    rosterNumber: card.rosterNumber,
    ...(groupName === undefined ? {} : { groupName }),
    standing: card.standing,
    class: card.class,
    channel: card.channel,
    votes: participant.voting,
    application: applicationStateOf(participant),
    ...personalLastDayOf(record, card.memberId),
    ...(participant.entryConfirmed ? { entryConfirmedAt: participant.entryConfirmed.at } : {}),
    proposed: nothing,
    ...(current ? valuesOf(record, participant, current.line) : {}),
    ...howApplied(
      record,
      applications.find(({ _id }) => _id === current?.line.claimed?.actId),
    ),
    reasons: current ? reasonsOf(current.line, acts) : [],
    heldBack: current?.line.standing === 'held-back',
    supplement: current?.round.origin === 'supplement',
    ...totalsOf(record, card.memberId, sheets),
  };
}

function personalLastDayOf(record: BranchMonthRecord, memberId: string): Pick<MonthRow, 'personalLastDay'> {
  const own = ownDeadlines(record).find((wait) => wait.memberId === memberId);
  return own?.lastDay === undefined ? {} : { personalLastDay: own.lastDay };
}

type Values = Pick<MonthRow, 'proposed'> & Partial<Pick<MonthRow, 'appliedAt' | 'claimed' | 'registered' | 'reviewed' | 'resolved'>>;

/** What was registered before a late claim says nothing of it; once it was reviewed, that is what counts. */
const awaitsRegistration = (line: Line) => isLateClaim(line) && line.reviewed === null;

function valuesOf(record: BranchMonthRecord, participant: Participant, line: Line): Values {
  const shown = (given: Given) => shownLine(record, participant, given.line);
  const reviewed = line.confirmed ?? line.reviewed;
  const registered = awaitsRegistration(line) ? null : line.registered;
  const standing = standingValue({ ...line, registered });
  return {
    proposed: standing ? shownLine(record, participant, standing) : nothing,
    ...(line.claimed ? { appliedAt: line.claimed.at, claimed: shown(line.claimed) } : {}),
    ...(registered ? { registered: shown(registered) } : {}),
    ...(reviewed ? { reviewed: shown(reviewed) } : {}),
    ...(line.resolved ? { resolved: shown(line.resolved) } : {}),
  };
}

function reasonsOf(line: Line, acts: readonly Act[]): MonthRow['reasons'] {
  const { registered, resolved } = line;
  const registration = acts.find((act) => act._id === registered?.actId)?.content;
  const note = registration?.kind === 'register' && registration.lines.find(({ memberId }) => memberId === line.memberId)?.note;
  const last = acts.find((act) => act._id === resolved?.actId)?.content;
  const review = line.confirmed?.reason ?? line.reviewed?.reason;
  return [
    ...(note ? [{ step: 'registration' as const, reason: note }] : []),
    ...(review ? [{ step: 'review' as const, reason: review }] : []),
    ...(resolved?.reason ? [{ step: 'meeting' as const, reason: resolved.reason }] : []),
    ...(last?.kind === 'answer-objection' ? [{ step: 'objection' as const, reason: last.answer }] : []),
  ];
}

/** `sheets` are the year's, in the order of months. */
function totalsOf({ period }: BranchMonthRecord, memberId: string, sheets: readonly SheetTotals[]): Partial<MonthRow> {
  const own = sheets.filter((sheet) => sheet.memberId === memberId && sheet.period <= period);
  const latest = own.at(-1);
  if (!latest) return {};
  const { total, baseBalance } = latest.yearToDate;
  return { yearToDate: total, baseBalance, ...(latest.period === period ? { totals: latest.totals } : {}) };
}

/** Who has left since the month was opened, and why. */
export function leaversOf({ state, participants }: BranchMonthRecord): NonNullable<BranchMonthView['left']> {
  return state.participants.flatMap(({ memberId, left }) => {
    const name = participants.find((card) => card.memberId === memberId)?.name ?? '';
    return left && left.because !== 'exemption' ? [{ memberId, name, because: left.because, on: left.on }] : [];
  });
}
