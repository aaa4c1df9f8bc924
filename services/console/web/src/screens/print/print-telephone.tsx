import type { TelephoneList } from '@jifen/contracts';
import { noticeTitle, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useBranchMonth, useTelephoneList } from '../../api/queries.ts';
import { Shown } from '../../parts/shown.tsx';
import { FormTable, Paper, Signatures } from './paper.tsx';

/** 电话通知单 on paper, with room for what was said. */
export function PrintTelephone() {
  const { branchId = '', period = '' } = useParams();
  const list = useTelephoneList({ branchId, period });
  const month = useBranchMonth({ branchId, period });
  return <Shown query={list}>{(known) => <TelephonePaper list={known} branch={month.data?.branchName ?? ''} />}</Shown>;
}

function TelephonePaper({ list, branch }: { list: TelephoneList; branch: string }) {
  const form = words.print.telephone;
  const title = form.title(branch, list.period);
  const { columns } = words.telephone;
  const rows = list.rows.map(({ name, telephone, template, facts }, index) => [
    index + 1,
    name,
    telephone ?? words.telephone.noNumber,
    noticeTitle(template, { ...facts, period: list.period }, branch),
    words.print.meeting.blank,
  ]);
  return (
    <Paper title={title}>
      <FormTable label={title} columns={[columns.number, columns.name, columns.telephone, columns.subject, columns.told]} rows={rows} />
      <Signatures names={[form.caller, form.date]} />
    </Paper>
  );
}
