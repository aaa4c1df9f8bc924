import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { leavingNames, words } from '@jifen/wording';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { columnsFor } from './grid-columns.tsx';
import { differs, inOrder } from './lines.ts';
import { RowDetails } from './row-details.tsx';

type GridProps = { month: BranchMonthScreen; ownMemberId: string | undefined };

/** 申请 | 登记 | 初评 | 评定 | 调整理由 | 全年累计, in roster order; only differences need opening. */
export function Grid({ month, ownMemberId }: GridProps) {
  const [order, setOrder] = useState<'roster' | 'strokes'>('roster');
  const [shown, setShown] = useState<'different' | 'all'>('all');
  const different = month.rows.filter(differs);
  const rows = inOrder(shown === 'different' ? different : month.rows, order);
  const rest = month.rows.length - different.length;
  return (
    <Panel
      title={words.branchMonth.grid}
      extra={<GridTools {...{ order, setOrder, shown, setShown }} all={month.rows.length} different={different.length} />}
    >
      <WideTable<MonthRow>
        label={words.branchMonth.grid}
        width={960}
        rowKey="memberId"
        dataSource={rows}
        columns={columnsFor(ownMemberId)}
        locale={{ emptyText: words.branchMonth.noDifferences }}
        expandable={{
          columnTitle: <span className="sr-only">{words.branchMonth.details}</span>,
          expandedRowRender: (row) => <RowDetails row={row} month={month} />,
          rowExpandable: (row) => differs(row) || words.application.howApplied(row).length > 0,
        }}
        footer={() => (
          <span className="muted">
            <Leavers month={month} />
            {rest > 0 && month.stage !== 'applying' && !month.broughtIn ? words.branchMonth.restPass(rest) : null}
            {words.branchMonth.lineHint} {words.line.taskHint(month.ceiling)}
          </span>
        )}
      />
    </Panel>
  );
}

function Leavers({ month: { left = [] } }: Pick<GridProps, 'month'>) {
  if (left.length === 0) return null;
  return <div>{words.people.leftInMonth(left.map((one) => ({ ...one, because: leavingNames[one.because] })))}</div>;
}

type GridToolsProps = {
  order: 'roster' | 'strokes';
  setOrder: (order: 'roster' | 'strokes') => void;
  shown: 'different' | 'all';
  setShown: (shown: 'different' | 'all') => void;
  all: number;
  different: number;
};

function GridTools({ order, setOrder, shown, setShown, all, different }: GridToolsProps) {
  return (
    <div className="row">
      <Segmented
        aria-label={words.branchMonth.shownRows}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: words.branchMonth.everyone(all) },
          { value: 'different', label: words.branchMonth.onlyDifferences(different) },
        ]}
      />
      <Segmented
        aria-label={words.branchMonth.order}
        value={order}
        onChange={setOrder}
        options={[
          { value: 'roster', label: words.branchMonth.byRoster },
          { value: 'strokes', label: words.branchMonth.byStrokes },
        ]}
      />
    </div>
  );
}
