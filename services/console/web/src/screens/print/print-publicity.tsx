import type { PublicityList } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { usePublicityList } from '../../api/queries.ts';
import { Shown } from '../../parts/shown.tsx';
import { FormTable, Paper } from './paper.tsx';

/** ×月积分公示表. */
export function PrintPublicity() {
  const { branchId = '', period = '', round = '1' } = useParams();
  const list = usePublicityList({ branchId, period, round });
  return <Shown query={list}>{(known) => <PublicityPaper list={known} />}</Shown>;
}

function PublicityPaper({ list }: { list: PublicityList }) {
  const { branchName, period, postedOn, lastDay, objectionsTo, supplement } = list;
  const form = words.print.publicity;
  return (
    <Paper title={`${form.title(branchName, period)}${supplement ? form.supplement : ''}`}>
      <FormTable label={form.title(branchName, period)} columns={form.columns} rows={list.rows.map(cellsOf)} />
      <div className="paper-foot">
        <div>
          <p>{postedOn !== undefined && lastDay !== undefined ? form.days(postedOn, lastDay) : form.daysOpen}</p>
          <p>{form.to(objectionsTo.name, objectionsTo.telephone)}</p>
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

function cellsOf({ name, baseBalance, month, yearTotal, remark }: PublicityList['rows'][number], index: number) {
  const points = [baseBalance, month.task, month.reward, month.honour, month.total, yearTotal].map(formatPoints);
  return [index + 1, name, ...points, words.print.publicity.remarks[remark]];
}
