import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { formatDate, formatPoints, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useBranchMonth } from '../../api/queries.ts';
import { Shown } from '../../parts/shown.tsx';
import { inOrder, lineText } from '../branch-month/lines.ts';
import { FormTable, Paper, Signatures } from './paper.tsx';

const form = words.print.meeting;

/** 党员大会评定记录 with its roster: blank before the meeting, filled in after it. */
export function PrintMeeting() {
  const { branchId = '', period = '' } = useParams();
  const month = useBranchMonth({ branchId, period });
  return <Shown query={month}>{(known) => <MeetingPaper month={known} />}</Shown>;
}

function MeetingPaper({ month }: { month: BranchMonthScreen }) {
  const title = form.title(month.branchName, month.period);
  const held = month.meeting.held.at(-1);
  const rows = inOrder(month.rows, 'roster');
  return (
    <Paper title={title}>
      <FormTable label={title} columns={numbersOf(month).map(([name]) => name)} rows={[numbersOf(month).map(([, value]) => value)]} />
      <FormTable label={form.resolution} columns={form.lines} rows={rows.map(lineCells)} />
      <p>
        {words.shell.labelled(form.minutes)}
        {held?.minutes ?? <span className="pen-lines" />}
      </p>
      <Signatures names={form.signatures} />
      <h2>{form.attendanceTitle}</h2>
      <FormTable label={form.attendanceTitle} columns={form.attendance} rows={rows.map((row) => attendanceCells(row, held))} />
    </Paper>
  );
}

type Held = BranchMonthScreen['meeting']['held'][number];

function numbersOf({ meeting, meetingOn }: BranchMonthScreen): (readonly [string, string | number])[] {
  const held = meeting.held.at(-1);
  const day = held?.heldOn ?? meetingOn;
  return [
    [form.heldOn, day === undefined ? form.blank : formatDate(day)],
    [form.due, meeting.dueToAttend],
    [form.withVote, meeting.withVote],
    [form.present, held?.present ?? form.blank],
    [form.onLeave, held?.onLeaveMembers.length ?? form.blank],
    [form.votes, held ? form.voteCounts(held.inFavour, held.against, held.abstained) : form.blank],
    [form.resolution, held ? (held.carried ? form.carried : form.notCarried) : form.blank],
  ];
}

const lineCells = ({ rosterNumber, name, registered, reviewed, resolved, reasons }: MonthRow) => [
  rosterNumber,
  name,
  lineText(registered, formatPoints),
  lineText(reviewed, formatPoints),
  resolved ? lineText(resolved, formatPoints) : form.blank,
  words.shell.sentences(reasons.map(({ reason }) => reason)),
];

function attendanceCells({ memberId, rosterNumber, name, votes }: MonthRow, held: Held | undefined) {
  const { present, onLeave } = words.meeting;
  const state = held?.presentMembers.includes(memberId) ? present : held?.onLeaveMembers.includes(memberId) ? onLeave : form.blank;
  return [rosterNumber, name, votes ? words.shell.yes : words.shell.no, state];
}
