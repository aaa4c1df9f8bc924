import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { formatDate, words } from '@jifen/wording';
import { inOrder } from '../branch-month/lines.ts';
import { Form, FormTable, MonthHead, PaperRoom, Signatures } from './paper.tsx';

const form = words.print.attendance;

type Held = BranchMonthScreen['meeting']['held'][number];

/** 签到表: to be signed at the door; after the meeting it says who was there as the record has it. */
export const AttendancePaper = (month: BranchMonthScreen) => (
  <PaperRoom title={form.title(month.branchName, month.period)}>
    <AttendanceForm month={month} />
  </PaperRoom>
);

export function AttendanceForm({ month }: { month: BranchMonthScreen }) {
  const title = form.title(month.branchName, month.period);
  const held = month.meeting.held.at(-1);
  return (
    <Form title={title} head={<MonthHead month={month} />}>
      <FormTable
        label={form.numbers}
        columns={numbersOf(month).map(([name]) => name)}
        rows={[numbersOf(month).map(([, value]) => value)]}
      />
      <p>{form.quorum(month.meeting.withVote, month.meeting.neededPresent)}</p>
      <FormTable
        label={title}
        className="signing"
        widths={[14, 26, 14, 24, 0, 40]}
        columns={form.columns}
        rows={inOrder(month.rows, 'roster').map((row) => cellsOf(row, held))}
      />
      <Signatures names={form.signatures} />
    </Form>
  );
}

/** What a meeting counts, blank before it was held. */
export function numbersOf({ meeting, meetingOn }: BranchMonthScreen): (readonly [string, string | number])[] {
  const held = meeting.held.at(-1);
  const day = held?.heldOn ?? meetingOn;
  return [
    [form.heldOn, day === undefined ? words.print.blank : formatDate(day)],
    [form.due, meeting.dueToAttend],
    [form.withVote, meeting.withVote],
    [form.present, held?.present ?? words.print.blank],
    [form.onLeave, held?.onLeaveMembers.length ?? words.print.blank],
  ];
}

function cellsOf({ memberId, rosterNumber, name, votes }: MonthRow, held: Held | undefined) {
  const { mark } = words.print;
  const present = held?.presentMembers.includes(memberId) ? words.meeting.present : words.print.blank;
  const onLeave = held?.onLeaveMembers.includes(memberId) ? words.meeting.onLeave : words.print.blank;
  return [rosterNumber, name, mark, votes ? mark : words.branchMonth.noVote, present, onLeave];
}
