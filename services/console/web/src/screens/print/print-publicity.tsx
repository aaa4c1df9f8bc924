import type { BranchMonthScreen, PublicationView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Empty } from 'antd';
import { useParams } from 'react-router';
import { listCells } from './list-cells.ts';
import { FormTable, MonthHead, OfMonth, Paper } from './paper.tsx';
import { JointPublicity, jointIn } from './print-joint.tsx';

const form = words.print.publicity;

/** ×月积分公示表 of one round, as it was posted: what an objection holds back since stays in its row, and says so. */
export function PrintPublicity() {
  const { round = '1' } = useParams();
  const paper = (month: BranchMonthScreen) => {
    const publication = month.publications.find((one) => one.round === Number(round));
    return publication ? <PublicityPaper month={month} publication={publication} /> : <Empty description={words.shell.notFoundTitle} />;
  };
  return <OfMonth paper={paper} />;
}

function PublicityPaper({ month, publication }: { month: BranchMonthScreen; publication: PublicationView }) {
  const { branchName, period, objectionsTo, rows } = month;
  const { supplement } = publication;
  const joint = supplement ? undefined : jointIn(month);
  const title = joint ? words.joint.publicityTitle(branchName, joint) : form.title(branchName, period);
  return (
    <Paper title={supplement ? form.supplementTitle(title) : title} head={<MonthHead month={month} joint={joint} />}>
      {joint ? (
        <JointPublicity month={month} joint={joint} round={publication.round} />
      ) : (
        <FormTable label={title} columns={form.columns} rows={listCells(rows, publication)} />
      )}
      <div className="paper-foot">
        <div>
          <p>{daysOf(month, publication)}</p>
          {month.broughtIn ? null : <p>{form.to(objectionsTo.name, objectionsTo.telephone)}</p>}
        </div>
        <p className="seal">
          {branchName}
          <br />
          {form.seal}
        </p>
      </div>
    </Paper>
  );
}

function daysOf({ broughtIn }: BranchMonthScreen, { postedOn, lastDay }: PublicationView): string {
  if (postedOn === undefined) return form.daysOpen;
  if (broughtIn) return words.earlierMonths.posted(postedOn);
  return lastDay === undefined ? form.daysOpen : form.days(postedOn, lastDay);
}
