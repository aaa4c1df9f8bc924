import type { BranchMonthScreen, LineValuesShape, MonthRow } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Button, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { WideTable } from '../../parts/wide-table.tsx';
import { type LineChange, LineDrawer } from './line-drawer.tsx';
import { inOrder, lineText, valuesOf } from './lines.ts';

export type Changes = Readonly<Record<string, LineChange>>;

type ChangesTableProps = {
  month: BranchMonthScreen;
  rows: readonly MonthRow[];
  before: (row: MonthRow) => LineValuesShape;
  changes: Changes;
  onChange: (changes: Changes) => void;
  /** His line is left out: nobody decides about himself. */
  ownMemberId?: string | undefined;
  /** How a line is called where the page shows several months. */
  called?: (name: string) => string;
};

/** Lines that pass as they are, and those that somebody changes, with a reason each. */
export function ChangesTable({ month, rows, before, changes, onChange, ownMemberId, called = asHeIs }: ChangesTableProps) {
  const [opened, setOpened] = useState<MonthRow>();
  const undo = ({ memberId }: MonthRow) => onChange(Object.fromEntries(Object.entries(changes).filter(([id]) => id !== memberId)));
  return (
    <>
      <WideTable<MonthRow>
        label={called(words.review.table)}
        width={680}
        rowKey="memberId"
        dataSource={inOrder(rows, 'roster')}
        columns={changeColumns({ before, changes, open: setOpened, undo, ownMemberId, called })}
      />
      {opened ? (
        <LineDrawer
          name={called(opened.name)}
          before={before(opened)}
          value={changes[opened.memberId] ?? before(opened)}
          reason={changes[opened.memberId]?.reason ?? ''}
          ceiling={month.ceiling}
          items={month.items}
          reasonRequired
          onClose={() => setOpened(undefined)}
          onApply={(change) => {
            onChange({ ...changes, [opened.memberId]: change });
            setOpened(undefined);
          }}
        />
      ) : null}
    </>
  );
}

const asHeIs = (name: string) => name;

type ChangeColumns = Required<Pick<ChangesTableProps, 'called'>> &
  Pick<ChangesTableProps, 'before' | 'changes' | 'ownMemberId'> & {
    open: (row: MonthRow) => void;
    undo: (row: MonthRow) => void;
  };

function changeColumns({ before, changes, open, undo, ownMemberId, called }: ChangeColumns): TableColumnsType<MonthRow> {
  const { columns } = words.branchMonth;
  return [
    {
      key: 'number',
      title: columns.number,
      width: 56,
      render: (_value, { rosterNumber }) => <span className="num muted">{rosterNumber}</span>,
    },
    { key: 'name', title: columns.name, width: 110, render: (_value, { name }) => <span className="strong">{name}</span> },
    {
      key: 'claimed',
      title: columns.claimed,
      width: 120,
      render: (_value, { claimed }) => <span className="num">{lineText(claimed, formatPoints)}</span>,
    },
    {
      key: 'before',
      title: words.review.before,
      width: 120,
      render: (_value, row) => <span className="num">{lineText(before(row), formatPoints)}</span>,
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

function After({ change }: { change: LineChange | undefined }) {
  if (!change) return <span className="muted">{words.review.asBefore}</span>;
  return (
    <span>
      <span className="num changed">{lineText(change, formatPoints)}</span> {change.reason}
    </span>
  );
}

/** As the decision carries them. */
export const changedLines = (changes: Changes) =>
  Object.entries(changes).map(([memberId, { reason, ...change }]) => ({ memberId, ...valuesOf(change), reason }));
