import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { inOrder } from '../branch-month/lines.ts';
import { Form, FormTable, MonthHead, PaperRoom, Signatures } from './paper.tsx';
import { AttendanceForm, numbersOf } from './print-attendance.tsx';
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
  const numbers = [...numbersOf(month), ...votesOf(month)];
  const held = month.meeting.held.at(-1);
  return (
    <Form title={title} head={<MonthHead month={month} joint={joint} />}>
      {joint ? <p>{words.joint.resolution(joint)}</p> : null}
      <FormTable label={title} columns={numbers.map(([name]) => name)} rows={[numbers.map(([, value]) => value)]} />
      {joint ? <JointLines joint={joint} /> : <MonthLines month={month} />}
      <p>
        {words.shell.labelled(form.minutes)}
        {held?.minutes ?? <span className="pen-lines" />}
      </p>
      {held ? null : (
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
