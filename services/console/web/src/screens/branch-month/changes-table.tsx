import type { BranchMonthScreen, LineValuesShape, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Button, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { HowApplied } from '../../parts/how-applied.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { numberColumn } from './grid-columns.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { type Changes, inOrder, type LineDraft, lineDraft, lineOf, lineText, sameLine } from './lines.ts';

type ChangesTableProps = {
  month: BranchMonthScreen;
  rows: readonly MonthRow[];
  before: (row: MonthRow) => LineValuesShape;
  /** Given by the form whose field it is. */
  value?: Changes;
  onChange?: (changes: Changes) => void;
  /** Their line is left out: nobody decides about themselves. */
  ownMemberId?: string | undefined;
  /** How a line is called where the page shows several months. */
  called?: (name: string) => string;
};

/** Lines that pass as they are, and those that somebody changes, with a reason each. */
export function ChangesTable(props: ChangesTableProps) {
  const { month, rows, before, value: changes = {}, onChange = () => undefined, ownMemberId, called = asHeIs } = props;
  const [opened, setOpened] = useState<MonthRow>();
  const undo = ({ memberId }: MonthRow) => onChange(Object.fromEntries(Object.entries(changes).filter(([id]) => id !== memberId)));
  const apply = (row: MonthRow, draft: LineDraft) => {
    if (sameLine(lineOf(draft), before(row))) undo(row);
    else onChange({ ...changes, [row.memberId]: draft });
  };
  return (
    <>
      <WideTable<MonthRow>
        label={called(words.review.table)}
        width={730}
        rowKey="memberId"
        dataSource={inOrder(rows, 'roster')}
        columns={changeColumns({ before, changes, open: setOpened, undo, ownMemberId, called })}
      />
      {opened ? (
        <LineDrawer
          name={called(opened.name)}
          before={before(opened)}
          value={changes[opened.memberId] ?? lineDraft(before(opened))}
          month={month}
          needsReason={(line) => !sameLine(line, before(opened))}
          onClose={() => setOpened(undefined)}
          onApply={(draft) => apply(opened, draft)}
        />
      ) : null}
    </>
  );
}

const asHeIs = (name: string) => name;

type ChangeColumns = Required<Pick<ChangesTableProps, 'called'>> &
  Pick<ChangesTableProps, 'before' | 'ownMemberId'> & {
    changes: Changes;
    open: (row: MonthRow) => void;
    undo: (row: MonthRow) => void;
  };

function changeColumns({ before, changes, open, undo, ownMemberId, called }: ChangeColumns): TableColumnsType<MonthRow> {
  const { columns } = words.branchMonth;
  return [
    numberColumn,
    { key: 'name', title: columns.name, width: 110, render: (_value, { name }) => <span className="strong">{name}</span> },
    {
      key: 'claimed',
      title: columns.claimed,
      width: 170,
      render: (_value, row) => (
        <span>
          <span className="num">{lineText(row.claimed)}</span>
          <HowApplied how={row} />
        </span>
      ),
    },
    {
      key: 'before',
      title: words.review.before,
      width: 120,
      render: (_value, row) => <span className="num">{lineText(before(row))}</span>,
    },
    { key: 'after', title: words.review.after, render: (_value, row) => <After change={changes[row.memberId]} /> },
    {
      key: 'action',
      title: words.review.action,
      width: 170,
      render: (_value, row) =>
        row.memberId === ownMemberId ? (
          <Tag title={words.branchMonth.ownLineHint}>{words.branchMonth.ownLine}</Tag>
        ) : (
          <div className="row">
            <Button size="small" onClick={() => open(row)} aria-label={words.review.adjustOf(called(row.name))}>
              {words.review.adjust}
            </Button>
            {changes[row.memberId] ? (
              <Button size="small" type="text" onClick={() => undo(row)}>
                {words.review.undo}
              </Button>
            ) : null}
          </div>
        ),
    },
  ];
}

function After({ change }: { change: LineDraft | undefined }) {
  if (!change) return <span className="muted">{words.review.asBefore}</span>;
  return (
    <span>
      <span className="num changed">{lineText(lineOf(change))}</span> {change.reason}
    </span>
  );
}
