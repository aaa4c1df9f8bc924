import type { BranchMonthScreen, EntryLine, LineValuesShape, MonthRow, SchemeItems } from '@jifen/contracts';
import { formatInstant, formatSigned, itemName, leavingNames, reasonStepNames, words } from '@jifen/wording';
import { Segmented } from 'antd';
import { useState } from 'react';
import { HowApplied } from '../../parts/how-applied.tsx';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { columnsFor } from './grid-columns.tsx';
import { differs, inOrder } from './lines.ts';

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
            {rest > 0 && !isBeforeReview(month) && !month.broughtIn ? words.branchMonth.restPass(rest) : null}
            {words.branchMonth.lineHint} {words.line.taskHint(month.ceiling)}
          </span>
        )}
      />
    </Panel>
  );
}

/** Nothing is registered yet that could pass. */
const isBeforeReview = ({ stage }: BranchMonthScreen) => stage === 'applying' || stage === 'registering';

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

/** What stands behind a line: each item with its basis, each reason with its step. */
function RowDetails({ row, month }: { row: MonthRow; month: BranchMonthScreen }) {
  const objection = month.objections.find(({ memberId }) => memberId === row.memberId);
  const shown = row.resolved ?? row.reviewed ?? row.registered ?? row.claimed ?? row.proposed;
  return (
    <div className="stack-small">
      <Entries title={words.line.deductions} sign={-1} items={month.items.deductions} entries={shown.deductions} />
      <Entries title={words.line.rewards} sign={1} items={month.items.rewards} entries={shown.rewards} />
      {row.reasons.map(({ step, reason }) => (
        <div key={`${step}${reason}`}>
          <span className="muted">{words.shell.labelled(reasonStepNames[step])}</span>
          {reason}
        </div>
      ))}
      {row.appliedAt === undefined ? null : <span className="muted">{words.application.submittedAt(formatInstant(row.appliedAt))}</span>}
      <HowApplied how={row} />
      {objection ? <div className="changed">{objection.statement}</div> : null}
    </div>
  );
}

type EntriesProps = { title: string; sign: 1 | -1; items: SchemeItems['rewards']; entries: LineValuesShape['rewards'] };

function Entries({ title, sign, items, entries }: EntriesProps) {
  if (entries.length === 0) return null;
  const text = ({ item, amount, ...grounds }: EntryLine) =>
    words.branchMonth.entry(itemName(item, { items }), formatSigned(sign * amount), words.line.grounds(grounds));
  return (
    <div>
      <span className="muted">{words.shell.labelled(title)}</span>
      {words.shell.sentences(entries.map(text))}
    </div>
  );
}
