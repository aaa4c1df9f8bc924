import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { roleNames, words } from '@jifen/wording';
import { inOrder, lineText } from '../branch-month/lines.ts';
import { Form, FormTable, MonthHead, PaperRoom, Signatures } from './paper.tsx';

const form = words.print.review;

/** 支委会初评表: what was registered, room for what the committee finds, and who leaves the room for which line. */
export const ReviewPaper = (month: BranchMonthScreen) => (
  <PaperRoom title={titleOf(month)}>
    <ReviewForm month={month} />
  </PaperRoom>
);

const titleOf = ({ branchName, period, hasCommittee }: BranchMonthScreen) =>
  hasCommittee ? form.title(branchName, period) : form.titleSecretary(branchName, period);

export function ReviewForm({ month }: { month: BranchMonthScreen }) {
  const title = titleOf(month);
  const own = new Set(month.reviewers.map(({ memberId }) => memberId));
  const signatures = month.reviewers.map(({ role, name }) => words.print.signatureOf(roleNames[role], name));
  return (
    <Form title={title} head={<MonthHead month={month} />}>
      <FormTable
        label={title}
        widths={[12, 22, 32, 32, 0, 24]}
        columns={form.columns}
        rows={inOrder(month.rows, 'roster').map((row) => cellsOf(row, own))}
      />
      <p>{month.hasCommittee ? form.hint : form.hintSecretary}</p>
      <Signatures names={[...signatures, words.print.date]} />
    </Form>
  );
}

/** What is known of a line, or room for the pen. */
export const filledIn = (line: MonthRow['registered']) => (line ? lineText(line) : words.print.blank);

function cellsOf({ memberId, rosterNumber, name, registered, reviewed, reasons }: MonthRow, own: ReadonlySet<string>) {
  const because = reasons.filter(({ step }) => step === 'review').map(({ reason }) => reason);
  return [
    rosterNumber,
    name,
    filledIn(registered),
    filledIn(reviewed),
    words.shell.sentences(because) || words.print.blank,
    own.has(memberId) ? name : words.print.blank,
  ];
}
