import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { formatDate, words } from '@jifen/wording';
import { attendanceOf, nameOf } from '../branch-month/held-meetings.tsx';
import { inOrder } from '../branch-month/lines.ts';
import { Form, FormTable, MonthHead, PaperRoom, Signatures } from './paper.tsx';
import { JointLines, jointIn } from './print-joint.tsx';
import { filledIn, ReviewForm } from './print-review.tsx';

const form = words.print.meeting;

/** 党员大会评定记录: blank before the meeting, filled in after it. */
export const MinutesPaper = (month: BranchMonthScreen) => (
  <PaperRoom title={titleOf(month)}>
    <MinutesForm month={month} />
  </PaperRoom>
);

/** 会议用表: all that lies on the table of the members' meeting, in one go. */
export const MeetingPapers = (month: BranchMonthScreen) => (
  <PaperRoom title={papersTitleOf(month)}>
    <AttendanceForm month={month} />
    {jointIn(month) ? null : <ReviewForm month={month} />}
    <MinutesForm month={month} />
  </PaperRoom>
);

function titleOf(month: BranchMonthScreen): string {
  const joint = jointIn(month);
  return joint ? words.joint.minutesTitle(month.branchName, joint) : form.title(month.branchName, month.period);
}

function papersTitleOf(month: BranchMonthScreen): string {
  const joint = jointIn(month);
  return joint ? words.joint.papersTitle(month.branchName, joint) : words.print.meetingPapers(month.branchName, month.period);
}

function MinutesForm({ month }: { month: BranchMonthScreen }) {
  const title = titleOf(month);
  const joint = jointIn(month);
  const held = month.meeting.held.at(-1);
  return (
    <Form title={title} head={<MonthHead month={month} joint={joint} />}>
      {joint ? <p>{words.joint.resolution(joint)}</p> : null}
      <Figures label={title} figures={[...numbersOf(month), ...votesOf(month)]} />
      {joint ? <JointLines joint={joint} /> : <MonthLines month={month} />}
      <p>
        {words.shell.labelled(form.minutes)}
        {held?.minutes ?? <span className="pen-lines" />}
      </p>
      {held ? (
        <SeparateVotes month={month} held={held} />
      ) : (
        <p>
          {words.shell.labelled(form.separate)}
          <span className="pen-line" />
        </p>
      )}
      <p>{form.attendanceApart}</p>
      <Signatures names={form.signatures} />
    </Form>
  );
}

/** 单独表决, line by line, with what came of it. */
function SeparateVotes({ month, held }: { month: BranchMonthScreen; held: Held }) {
  if (held.separate.length === 0) return null;
  return (
    <FormTable
      label={form.separate}
      columns={form.separateColumns}
      rows={held.separate.map((vote) => [
        nameOf(month, vote),
        form.voteCounts(vote.inFavour, vote.against, vote.abstained),
        vote.carried ? form.carried : form.heldBack,
      ])}
    />
  );
}

function MonthLines({ month }: { month: BranchMonthScreen }) {
  return (
    <FormTable
      label={form.resolution}
      widths={[12, 22, 28, 28, 28, 0]}
      columns={form.lines}
      rows={inOrder(month.rows, 'roster').map(lineCells)}
    />
  );
}

function votesOf({ meeting }: BranchMonthScreen): (readonly [string, string])[] {
  const held = meeting.held.at(-1);
  const { blank } = words.print;
  return [
    [form.votes, held ? form.voteCounts(held.inFavour, held.against, held.abstained) : blank],
    [form.resolution, held ? (held.carried ? form.carried : form.notCarried) : blank],
  ];
}

const lineCells = ({ rosterNumber, name, registered, reviewed, resolved, reasons }: MonthRow) => [
  rosterNumber,
  name,
  ...[registered, reviewed, resolved].map(filledIn),
  words.shell.sentences(reasons.map(({ reason }) => reason)),
];

const attendance = words.print.attendance;

type Held = BranchMonthScreen['meeting']['held'][number];

/** 签到表: to be signed at the door; after the meeting it says who was there as the record has it. */
export const AttendancePaper = (month: BranchMonthScreen) => (
  <PaperRoom title={attendance.title(month.branchName, month.period)}>
    <AttendanceForm month={month} />
  </PaperRoom>
);

function AttendanceForm({ month }: { month: BranchMonthScreen }) {
  const title = attendance.title(month.branchName, month.period);
  const held = month.meeting.held.at(-1);
  const { withVote, neededPresent } = held ?? month.meeting;
  return (
    <Form title={title} head={<MonthHead month={month} />}>
      <Figures label={attendance.numbers} figures={numbersOf(month)} />
      <p>{attendance.quorum(withVote, neededPresent)}</p>
      <FormTable
        label={title}
        className="signing"
        widths={[14, 26, 14, 24, 0, 40]}
        columns={attendance.columns}
        rows={inOrder(month.rows, 'roster').map((row) => cellsOf(row, held))}
      />
      <Signatures names={attendance.signatures} />
    </Form>
  );
}

type FiguresProps = { label: string; figures: readonly (readonly [name: string, value: string | number])[] };

const Figures = ({ label, figures }: FiguresProps) => (
  <FormTable label={label} columns={figures.map(([name]) => name)} rows={[figures.map(([, value]) => value)]} />
);

/** What a meeting counts, blank before it was held. */
function numbersOf({ meeting, meetingOn }: BranchMonthScreen): (readonly [string, string | number])[] {
  const held = meeting.held.at(-1);
  const day = held?.heldOn ?? meetingOn;
  const { dueToAttend, withVote } = held ?? meeting;
  return [
    [attendance.heldOn, day === undefined ? words.print.blank : formatDate(day)],
    [attendance.due, dueToAttend],
    [attendance.withVote, withVote],
    [attendance.present, held ? attendanceOf(held).present : words.print.blank],
    [attendance.presentWithVote, held?.present ?? words.print.blank],
    [attendance.onLeave, held?.onLeaveMembers.length ?? words.print.blank],
  ];
}

function cellsOf({ memberId, rosterNumber, name, votes }: MonthRow, held: Held | undefined) {
  const { mark, blank } = words.print;
  const came = held?.presentMembers.includes(memberId) ?? false;
  const excused = held?.onLeaveMembers.includes(memberId) ?? false;
  const isKnown = held !== undefined && held.presentMembers.length > 0;
  const present = came ? words.meeting.present : isKnown && !excused ? words.meeting.absent : blank;
  return [rosterNumber, name, mark, votes ? mark : words.branchMonth.noVote, present, excused ? words.meeting.onLeave : blank];
}
