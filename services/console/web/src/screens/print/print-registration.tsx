import type { BranchMonthScreen, EntryLine, MonthRow, SchemeItems } from '@jifen/contracts';
import { formatPoints, formatSigned, itemName, memberClassNames, words } from '@jifen/wording';
import { useParams } from 'react-router';
import { useBranchMonth } from '../../api/queries.ts';
import { Shown } from '../../parts/shown.tsx';
import { inOrder, sumOf } from '../branch-month/lines.ts';
import { FormTable, MonthHead, Paper } from './paper.tsx';

/** 积分考核登记表, landscape; filled in as far as the record is, the rest blank for the pen. */
export function PrintRegistration() {
  const { branchId = '', period = '' } = useParams();
  const month = useBranchMonth({ branchId, period });
  return <Shown query={month}>{(known) => <RegistrationPaper month={known} />}</Shown>;
}

function RegistrationPaper({ month }: { month: BranchMonthScreen }) {
  const form = words.print.registration;
  const title = form.title(month.branchName, month.period);
  return (
    <Paper title={title} head={<MonthHead month={month} />} landscape>
      <FormTable
        label={title}
        widths={[12, 20, 24, 20, 0, 50, 17, 17, 17, 36, 18]}
        columns={form.columns}
        rows={inOrder(month.rows, 'roster').map((row) => cellsOf(row, month.items.deductions))}
      />
    </Paper>
  );
}

function cellsOf(row: MonthRow, items: SchemeItems['deductions']) {
  const deductionText = ({ item, amount, ...grounds }: EntryLine) =>
    words.branchMonth.entry(itemName(item, { items }), formatSigned(-amount), words.line.grounds(grounds));
  const { rosterNumber, name, groupName = '', claimed, registered } = row;
  const line = registered ?? claimed;
  const absences = (registered?.deductions ?? []).filter(({ item }) => item === 'unexcused-absence');
  const others = (registered?.deductions ?? []).filter(({ item }) => item !== 'unexcused-absence');
  return [
    rosterNumber,
    name,
    groupName,
    memberClassNames[row.class],
    words.shell.sentences(absences.map(deductionText)),
    words.shell.sentences(others.map(deductionText)),
    claimed ? formatPoints(claimed.task) : words.print.blank,
    registered ? formatPoints(registered.task) : words.print.blank,
    line && line.rewards.length > 0 ? formatPoints(sumOf(line.rewards)) : words.print.blank,
    words.shell.sentences([
      ...(line?.rewards ?? []).map((reward) => words.line.grounds(reward) ?? ''),
      ...words.application.howApplied(row),
    ]),
    words.print.blank,
  ];
}
