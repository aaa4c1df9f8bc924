import { type BranchMonthScreen, type DecisionContent, type MonthRow, typedCount } from '@jifen/contracts';
import { filledIn } from '../../parts/form/entry-draft.ts';
import { type Changes, changedLines } from './lines.ts';

export type Attendance = 'present' | 'on-leave' | 'absent';
export const voteKinds = ['inFavour', 'against', 'abstained'] as const;
/** As typed. */
export type Votes = Readonly<Record<(typeof voteKinds)[number], string>>;
type SeparateDraft = Votes & { period: string; memberId?: string };

export type MeetingDraft = {
  heldOn: string;
  attendance: Readonly<Record<string, Attendance | undefined>>;
  votes: Votes;
  separate: readonly SeparateDraft[];
  /** Of each month that the meeting decides on. */
  changes: Readonly<Record<string, Changes | undefined>>;
  carried?: boolean;
  minutes: string;
  secondedBy?: string;
};

export const noVotes: Votes = { inFavour: '0', against: '0', abstained: '0' };

export const emptyMeeting = ({ today, meetingOn }: Pick<BranchMonthScreen, 'today' | 'meetingOn'>): MeetingDraft => ({
  heldOn: meetingOn !== undefined && meetingOn <= today ? meetingOn : today,
  attendance: {},
  votes: noVotes,
  separate: [],
  changes: {},
  minutes: '',
});

const withAttendance = (attendance: MeetingDraft['attendance'], wanted: Attendance) =>
  Object.entries(attendance).flatMap(([memberId, state]) => (state === wanted ? [memberId] : []));

const countTyped = (typed: string) => typedCount.safeParse(typed).data ?? 0;
const votesOf = ({ inFavour, against, abstained }: Votes) => ({
  inFavour: countTyped(inFavour),
  against: countTyped(against),
  abstained: countTyped(abstained),
});

/** What the meeting block shows beside the needed numbers. */
export function countsOf(
  { attendance, votes }: Pick<MeetingDraft, 'attendance' | 'votes'>,
  rows: readonly Pick<MonthRow, 'memberId' | 'votes'>[],
) {
  const present = withAttendance(attendance, 'present');
  const voters = new Set(rows.filter((row) => row.votes).map(({ memberId }) => memberId));
  const { inFavour, against, abstained } = votesOf(votes);
  return {
    present: present.length,
    votersPresent: present.filter((memberId) => voters.has(memberId)).length,
    inFavour,
    cast: inFavour + against + abstained,
  };
}

/** Only of a complete draft. A line of another month than the closing one names its month. */
export function meetingContent(draft: MeetingDraft, closing: string): DecisionContent {
  const named = (period: string) => (period === closing ? {} : { period });
  const { heldOn, attendance, votes, separate, changes, carried = false, minutes, secondedBy } = draft;
  return {
    kind: 'record-meeting',
    heldOn,
    present: withAttendance(attendance, 'present'),
    onLeave: withAttendance(attendance, 'on-leave'),
    ...votesOf(votes),
    separate: separate.map(({ period, memberId = '', ...cast }) => ({ memberId, ...votesOf(cast), ...named(period) })),
    changes: Object.entries(changes).flatMap(([period, lines = {}]) => changedLines(lines).map((line) => ({ ...line, ...named(period) }))),
    carried,
    ...filledIn('minutes', minutes),
    ...(secondedBy === undefined ? {} : { secondedBy }),
  };
}
