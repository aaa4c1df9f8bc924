import type { BranchMonthScreen, ObjectionView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Empty } from 'antd';
import { useParams } from 'react-router';
import { nameAmong } from '../../parts/members.ts';
import { FormTable, MonthHead, OfMonth, Paper, Signatures } from './paper.tsx';

const { paper: form, ...said } = words.objection;
const { blank } = words.print;

/** 异议登记回执 of an objection that is open; once it is answered, 异议答复单. */
export function PrintObjection() {
  const { objectionId } = useParams();
  const paper = (month: BranchMonthScreen) => {
    const objection = month.objections.find((one) => one.objectionId === objectionId);
    return objection ? <ObjectionPaper month={month} objection={objection} /> : <Empty description={words.shell.notFoundTitle} />;
  };
  return <OfMonth paper={paper} />;
}

type ObjectionPaperProps = { month: BranchMonthScreen; objection: ObjectionView };

function ObjectionPaper({ month, objection }: ObjectionPaperProps) {
  const { objector, onBehalf, component, wish, status, number, raisedAt, lastDay, answeredAt, answeredBy } = objection;
  const isOpen = status === 'open';
  const title = isOpen ? form.receiptTitle(month.branchName) : form.answerTitle(month.branchName);
  return (
    <Paper title={title} head={<MonthHead month={month} />}>
      <p>{form.number(month.period, number)}</p>
      <p>{said.raisedBy(objector, onBehalf)}</p>
      <p>{form.raisedOn(raisedAt)}</p>
      {wish === undefined ? null : <p>{form.wish(component, wish)}</p>}
      <FormTable label={title} widths={[0, 22, 50, 22, 30]} columns={form.columns} rows={[cellsOf(month, objection)]} />
      {isOpen && lastDay !== undefined ? <p>{said.until(lastDay)}</p> : null}
      {answeredAt === undefined ? <p>{form.keep}</p> : <p>{said.answered(answeredAt, answeredBy)}</p>}
      <Signatures names={isOpen ? form.receiptSignatures : form.answerSignatures} />
    </Paper>
  );
}

/** An objection that does not hold leaves the points as they were. */
function cellsOf({ rows }: BranchMonthScreen, { memberId, component, statement, posted, status, answer, changedTo }: ObjectionView) {
  const row = rows.find((one) => one.memberId === memberId);
  const about = said.about(row ? nameAmong(rows, row) : '', component);
  const amount = (points: number | undefined) => (points === undefined ? blank : said.amount(component, points));
  return [
    words.shell.sentences([about, statement]),
    amount(posted),
    answer ?? blank,
    status === 'open' ? blank : amount(changedTo ?? posted),
    status === 'open' ? blank : said[status],
  ];
}
