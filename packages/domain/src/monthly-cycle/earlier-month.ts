import type { Instant, LocalDate } from '../calendar/local-date.ts';
import { dayOf, type Period, periodOf } from '../calendar/period.ts';
import { type LineIssue, lineIssues } from '../evaluation/ledger.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import type { ActId, MemberId, PersonId } from '../ids/ids.ts';
import { type CountedVotes, majority, quorum, votesNeeded } from '../meeting/votes.ts';
import type { Points } from '../points/points.ts';
import { type Pledge, pledgesDueIn } from '../schemes/pledges.ts';
import type { MonthProfile } from '../schemes/profile/month-profile.ts';
import { type BranchMonth, type BranchMonthInput, initialBranchMonth, type Line } from './branch-month.ts';

/** The votes of a meeting as its paper gives them, without names. */
export type EarlierMeeting = CountedVotes & { readonly heldOn: LocalDate };

/** 以前月份: a month that was resolved, posted and filed on paper before the branch's first month in the record. */
export type EarlierMonth = {
  readonly period: Period;
  readonly meeting: EarlierMeeting;
  readonly postedOn: LocalDate;
  readonly filedOn: LocalDate;
  readonly lines: readonly MonthLine[];
};

/** What the branch's record says of itself before anything is brought in. */
export type EarlierFacts = {
  readonly today: LocalDate;
  /** Of the scheme in force in a month; none where months cannot follow it. */
  readonly profileOf: (month: Period) => MonthProfile | null;
  /** Ceiling and pledges of the year plan in force then; none where the year has no plan. */
  readonly planOf: (month: Period) => { readonly ceiling: Points; readonly pledges: readonly Pledge[] } | null;
  readonly belongs: (memberId: MemberId) => boolean;
  /** The branch's months in the record. */
  readonly recorded: readonly { readonly period: Period; readonly by: 'process' | 'import' }[];
};

/** Where in a month something is wrong. */
export type EarlierPlace =
  | { readonly part: 'period' | 'meeting' | 'postedOn' | 'filedOn' }
  | { readonly part: 'line'; readonly line: number; readonly of?: Pick<LineIssue, 'part' | 'entry'> };

export type EarlierRefusal =
  | LineIssue['refusal']
  | { readonly code: 'month-not-over' }
  | { readonly code: 'month-run-by-process'; readonly first: Period }
  | { readonly code: 'month-imported-already' }
  | { readonly code: 'duplicate-month' }
  | { readonly code: 'no-year-plan' }
  | { readonly code: 'scheme-unfit-for-months' }
  | { readonly code: 'day-in-the-future' }
  | { readonly code: 'meeting-before-its-month' }
  | { readonly code: 'posted-before-the-meeting' }
  | { readonly code: 'filed-before-posting' }
  | { readonly code: 'votes-do-not-add-up' }
  | { readonly code: 'no-quorum'; readonly present: number; readonly needed: number }
  | { readonly code: 'not-carried'; readonly inFavour: number; readonly needed: number }
  | { readonly code: 'not-of-the-branch'; readonly memberId: MemberId }
  | { readonly code: 'duplicate-line'; readonly memberId: MemberId };

export type EarlierIssue = { readonly month: number; readonly place: EarlierPlace; readonly refusal: EarlierRefusal };
type Found = Omit<EarlierIssue, 'month'>;

/** Regulation 2-2: everything in which months on paper cannot come into the record; none of them comes while there is anything. */
export function earlierIssues(months: readonly EarlierMonth[], facts: EarlierFacts): readonly EarlierIssue[] {
  return months.flatMap((one, month) => {
    const twice = months.findIndex(({ period }) => period === one.period) < month;
    const found = [...periodIssues(one, facts, twice), ...meetingIssues(one), ...dayIssues(one, facts), ...linesIssues(one, facts)];
    return found.map((issue) => ({ month, ...issue }));
  });
}

function periodIssues({ period }: EarlierMonth, { today, recorded, planOf, profileOf }: EarlierFacts, twice: boolean): Found[] {
  const run = recorded.filter(({ by }) => by === 'process').map((month) => month.period);
  const [first] = [...run].sort();
  const refusals: EarlierRefusal[] = [];
  if (period >= periodOf(today)) refusals.push({ code: 'month-not-over' });
  else if (first !== undefined && period >= first) refusals.push({ code: 'month-run-by-process', first });
  if (recorded.some((month) => month.by === 'import' && month.period === period)) refusals.push({ code: 'month-imported-already' });
  if (twice) refusals.push({ code: 'duplicate-month' });
  if (planOf(period) === null) refusals.push({ code: 'no-year-plan' });
  if (profileOf(period) === null) refusals.push({ code: 'scheme-unfit-for-months' });
  return refusals.map((refusal) => ({ place: { part: 'period' }, refusal }));
}

function meetingIssues({ meeting }: EarlierMonth): Found[] {
  const { voters, present, inFavour, against, abstained } = meeting;
  const needed = votesNeeded(voters);
  const refusal = (): EarlierRefusal | null => {
    if (present > voters || inFavour + against + abstained !== present) return { code: 'votes-do-not-add-up' };
    if (!quorum(present, voters)) return { code: 'no-quorum', present, needed: needed.present };
    return majority(inFavour, voters) ? null : { code: 'not-carried', inFavour, needed: needed.inFavour };
  };
  const wrong = refusal();
  return wrong ? [{ place: { part: 'meeting' }, refusal: wrong }] : [];
}

function dayIssues({ period, meeting: { heldOn }, postedOn, filedOn }: EarlierMonth, { today }: EarlierFacts): Found[] {
  const wrong = (part: 'meeting' | 'postedOn' | 'filedOn', code: DayCode): Found => ({ place: { part }, refusal: { code } });
  return [
    ...(heldOn < dayOf(period, 1) ? [wrong('meeting', 'meeting-before-its-month')] : []),
    ...(heldOn > today ? [wrong('meeting', 'day-in-the-future')] : []),
    ...(postedOn < heldOn ? [wrong('postedOn', 'posted-before-the-meeting')] : []),
    ...(postedOn > today ? [wrong('postedOn', 'day-in-the-future')] : []),
    ...(filedOn <= postedOn ? [wrong('filedOn', 'filed-before-posting')] : []),
    ...(filedOn > today ? [wrong('filedOn', 'day-in-the-future')] : []),
  ];
}
type DayCode = 'meeting-before-its-month' | 'day-in-the-future' | 'posted-before-the-meeting' | 'filed-before-posting';

function linesIssues({ period, lines }: EarlierMonth, { profileOf, planOf, belongs }: EarlierFacts): Found[] {
  const [plan, profile] = [planOf(period), profileOf(period)];
  return lines.flatMap((value, line): Found[] => {
    const { memberId } = value;
    const place = { part: 'line', line } as const;
    const twice = lines.findIndex((other) => other.memberId === memberId) < line;
    const whole: Found[] = [
      ...(belongs(memberId) ? [] : [{ place, refusal: { code: 'not-of-the-branch', memberId } as const }]),
      ...(twice ? [{ place, refusal: { code: 'duplicate-line', memberId } as const }] : []),
    ];
    if (!plan || !profile) return whole;
    const pledgesDue = pledgesDueOf(plan.pledges, period, memberId);
    const issues = lineIssues({ profile, ceiling: plan.ceiling, pledgesDue }, value);
    return [...whole, ...issues.map(({ refusal, ...of }) => ({ place: { ...place, of }, refusal }))];
  });
}

function pledgesDueOf(pledges: readonly Pledge[], period: Period, memberId: MemberId): readonly Pledge[] {
  const own = pledges.filter((pledge) => pledge.memberId === memberId);
  return pledgesDueIn(Number(period.slice(5)), own);
}

export type EarlierInput = Omit<BranchMonthInput, 'applicationBy' | 'votersNotScored' | 'period'> & {
  readonly month: EarlierMonth;
  readonly entered: { readonly actId: ActId; readonly by: PersonId; readonly at: Instant };
};

/** Regulation 2-2 step 8: an earlier month as it stands in the record: resolved and closed; nothing of it waits for anybody. */
export function closedEarlierMonth({ month, entered, ...input }: EarlierInput): BranchMonth {
  const { period, meeting, lines } = month;
  const { voters, present, inFavour, against, abstained, heldOn } = meeting;
  const opened = initialBranchMonth({ ...input, period, applicationBy: entered.at, votersNotScored: [] });
  const broughtFor = (memberId: MemberId) => lines.find((line) => line.memberId === memberId);
  const resolved = (line: Line): Line => {
    const value = broughtFor(line.memberId);
    return value ? { ...line, resolved: { line: value, ...entered } } : line;
  };
  const votes = { voters, present, inFavour, against, abstained, outcome: 'carried' as const };
  const held = { actId: entered.actId, heldOn, enteredAt: entered.at, due: lines.length, ...votes };
  return {
    ...opened,
    status: 'closed',
    participants: opened.participants.map((participant) => ({
      ...participant,
      application: broughtFor(participant.memberId)?.task.kind === 'not-applied' ? 'absent' : 'applied',
    })),
    rounds: opened.rounds.map((round) => ({ ...round, status: 'closed', lines: round.lines.map(resolved), meetings: [held] })),
    enteredBy: [entered.by],
  };
}
