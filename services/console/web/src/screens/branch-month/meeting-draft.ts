import type { BranchMonthScreen, DecisionContent, MonthRow } from '@jifen/contracts';
import { type Changes, changedLines } from './changes-table.tsx';

export type Attendance = 'present' | 'on-leave' | 'absent';
export type Votes = { inFavour: number; against: number; abstained: number };
export type SeparateDraft = Votes & { key: string; period: string; memberId: string | undefined };
/** Of each month that the meeting decides on. */
export type MonthChanges = Readonly<Record<string, Changes>>;

export type MeetingDraft = {
  heldOn: string;
  attendance: Readonly<Record<string, Attendance>>;
  votes: Votes;
  separate: readonly SeparateDraft[];
  changes: MonthChanges;
  carried: boolean | undefined;
  minutes: string;
  secondedBy: string | undefined;
};

export const noVotes: Votes = { inFavour: 0, against: 0, abstained: 0 };

export const emptyMeeting = ({ today, meetingOn }: BranchMonthScreen): MeetingDraft => ({
  heldOn: meetingOn !== undefined && meetingOn <= today ? meetingOn : today,
  attendance: {},
  votes: noVotes,
  separate: [],
  changes: {},
  carried: undefined,
  minutes: '',
  secondedBy: undefined,
});

const withAttendance = ({ attendance }: MeetingDraft, wanted: Attendance) =>
  Object.entries(attendance).flatMap(([memberId, state]) => (state === wanted ? [memberId] : []));

/** What the meeting block shows beside the needed numbers. */
export function countsOf(draft: MeetingDraft, rows: readonly MonthRow[]) {
  const present = withAttendance(draft, 'present');
  const voters = new Set(rows.filter(({ votes }) => votes).map(({ memberId }) => memberId));
  const { inFavour, against, abstained } = draft.votes;
  return {
    present: present.length,
    votersPresent: present.filter((memberId) => voters.has(memberId)).length,
    cast: inFavour + against + abstained,
  };
}

/** Only called when day and result are given. */
export function meetingContent(draft: MeetingDraft, closing: string): DecisionContent {
  const named = (period: string) => (period === closing ? {} : { period });
  const { heldOn, votes, separate, changes, carried = false, minutes, secondedBy } = draft;
  return {
    kind: 'record-meeting',
    heldOn,
    present: withAttendance(draft, 'present'),
    onLeave: withAttendance(draft, 'on-leave'),
    ...votes,
    separate: separate.flatMap(({ period, memberId, inFavour, against, abstained }) =>
      memberId === undefined ? [] : [{ memberId, inFavour, against, abstained, ...named(period) }],
    ),
    changes: Object.entries(changes).flatMap(([period, lines]) => changedLines(lines).map((line) => ({ ...line, ...named(period) }))),
    carried,
    ...(minutes.trim() === '' ? {} : { minutes: minutes.trim() }),
    ...(secondedBy === undefined ? {} : { secondedBy }),
  };
}
