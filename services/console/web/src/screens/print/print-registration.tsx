import type { BranchMonthScreen } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { inOrder } from '../branch-month/lines.ts';
import { registrationCells } from './cells.ts';
import { FormTable, MonthHead, Paper } from './paper.tsx';

/** 积分考核登记表, landscape; filled in as far as the record is, the rest blank for the pen. */
export function RegistrationPaper(month: BranchMonthScreen) {
  const form = words.print.registration;
  const title = form.title(month.branchName, month.period);
  return (
    <Paper title={title} head={<MonthHead month={month} />} landscape>
      <FormTable
        label={title}
        widths={[12, 20, 24, 20, 0, 50, 17, 17, 17, 36, 18]}
        columns={form.columns}
        rows={inOrder(month.rows, 'roster').map((row) => registrationCells(row, month.items.deductions))}
      />
    </Paper>
  );
}
