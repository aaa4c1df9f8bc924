import type { BranchMonthScreen, TelephoneList } from '@jifen/contracts';
import { noticeTitle, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useBranchMonth, useTelephoneList } from '../../api/queries.ts';
import { Shown } from '../../parts/page.tsx';
import { FormTable, MonthHead, Paper, Signatures } from './paper.tsx';

/** 电话通知单 on paper, with room for what was said. */
export function PrintTelephone() {
  const { branchId = '', period = '' } = useParams();
  const list = useTelephoneList({ branchId, period });
  const month = useBranchMonth({ branchId, period });
  return <Shown query={list}>{(known) => <TelephonePaper list={known} month={month.data} />}</Shown>;
}

function TelephonePaper({ list, month }: { list: TelephoneList; month: BranchMonthScreen | undefined }) {
  const branch = month?.branchName ?? '';
  const form = words.print.telephone;
  const title = form.title(branch, list.period);
  const { columns } = words.telephone;
  const rows = list.rows
    .filter(({ due }) => due)
    .map(({ name, telephone, template, facts }, index) => [
      index + 1,
      name,
      telephone ?? words.telephone.noNumber,
      noticeTitle(template, { ...facts, period: list.period }, branch),
      words.print.blank,
    ]);
  return (
    <Paper title={title} head={month ? <MonthHead month={month} /> : null}>
      <FormTable label={title} columns={[columns.number, columns.name, columns.telephone, columns.subject, columns.told]} rows={rows} />
      <Signatures names={[form.caller, words.print.date]} />
    </Paper>
  );
}
