import type { MonthRow, PostedRow, PublicationView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { inOrder } from '../branch-month/lines.ts';
import { pointsOrBlank } from './cells.ts';

const { remarks } = words.print.publicity;

type Figures = Partial<Omit<PostedRow, 'memberId'>>;
type List = Pick<PublicationView, 'memberIds' | 'heldBack' | 'posted'>;

/** Before the posting, as it will be; afterwards as it was posted, with its numbers of that day. */
export function listCells(rows: readonly MonthRow[], { memberIds, heldBack, posted }: List): (string | number)[][] {
  const figuresOf = (row: MonthRow): Figures | undefined => {
    if (posted) return posted.find(({ memberId }) => memberId === row.memberId);
    return memberIds.includes(row.memberId) ? { ...row.totals, ...given(row) } : undefined;
  };
  const listed = inOrder(rows, 'roster').flatMap((row) => {
    const figures = figuresOf(row);
    return figures ? [{ row, figures }] : [];
  });
  return listed.map(({ row, figures }, index) => {
    const { baseBalance, task, reward, honour, total, yearToDate } = figures;
    const points = [baseBalance, task, reward, honour, total, yearToDate].map(pointsOrBlank);
    return [index + 1, row.name, ...points, remarkOf(row, heldBack.includes(row.memberId))];
  });
}

const given = ({ baseBalance, yearToDate }: MonthRow): Figures => ({
  ...(baseBalance === undefined ? {} : { baseBalance }),
  ...(yearToDate === undefined ? {} : { yearToDate }),
});

function remarkOf({ supplement, application }: MonthRow, isHeldBack: boolean): string {
  if (isHeldBack) return words.branchMonth.heldBack;
  return supplement ? remarks.supplement : remarks[application];
}
