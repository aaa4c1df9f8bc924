import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useBranchMonth } from '../../api/queries.ts';
import { Shown } from '../../parts/shown.tsx';
import { inOrder } from '../branch-month/lines.ts';
import { Form, FormTable, MonthHead, PaperRoom, Signatures } from './paper.tsx';
import { AttendanceForm, numbersOf } from './print-attendance.tsx';
import { filledIn, ReviewForm } from './print-review.tsx';

const form = words.print.meeting;

/** 党员大会评定记录: blank before the meeting, filled in after it. */
export function PrintMeeting() {
  const { branchId = '', period = '' } = useParams();
  const query = useBranchMonth({ branchId, period });
  return (
    <Shown query={query}>
      {(month) => (
        <PaperRoom title={form.title(month.branchName, month.period)}>
          <MinutesForm month={month} />
        </PaperRoom>
      )}
    </Shown>
  );
}

/** 会议用表: all that lies on the table of the members' meeting, in one go. */
export function PrintMeetingPapers() {
  const { branchId = '', period = '' } = useParams();
  const query = useBranchMonth({ branchId, period });
  return (
    <Shown query={query}>
      {(month) => (
        <PaperRoom title={words.print.meetingPapers(month.branchName, month.period)}>
          <AttendanceForm month={month} />
          <ReviewForm month={month} />
          <MinutesForm month={month} />
        </PaperRoom>
      )}
    </Shown>
  );
}

function MinutesForm({ month }: { month: BranchMonthScreen }) {
  const title = form.title(month.branchName, month.period);
  const numbers = [...numbersOf(month), ...votesOf(month)];
  const held = month.meeting.held.at(-1);
  return (
    <Form title={title} head={<MonthHead month={month} />}>
      <FormTable label={title} columns={numbers.map(([name]) => name)} rows={[numbers.map(([, value]) => value)]} />
      <FormTable
        label={form.resolution}
        widths={[12, 22, 28, 28, 28, 0]}
        columns={form.lines}
        rows={inOrder(month.rows, 'roster').map(lineCells)}
      />
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
