import type { LineValuesShape, MonthRow } from '@jifen/contracts';
import { applicationStateNames, entryNames, formatPoints, words } from '@jifen/wording';
import { type TableColumnsType, type TableColumnType, Tag } from 'antd';
import { lineText, sameLine } from './lines.ts';

export const numberColumn: TableColumnType<MonthRow> = {
  key: 'number',
  title: words.branchMonth.columns.number,
  width: 56,
  render: (_value, { rosterNumber }) => <span className="num muted">{rosterNumber}</span>,
};

/** Each step with the one before it. */
const decided = [
  ['registered', 'claimed'],
  ['reviewed', 'registered'],
  ['resolved', 'reviewed'],
] as const;

/** The columns of the grid; a value that changed on its way stands out. */
export function columnsFor(ownMemberId: string | undefined): TableColumnsType<MonthRow> {
  const { columns } = words.branchMonth;
  return [
    numberColumn,
    {
      key: 'name',
      title: columns.name,
      width: 150,
      fixed: 'start',
      render: (_value, row) => <NameCell row={row} own={row.memberId === ownMemberId} />,
    },
    { key: 'claimed', title: columns.claimed, width: 130, render: (_value, row) => <ClaimedCell row={row} /> },
    ...decided.map(([key, before]) => ({
      key,
      title: columns[key],
      width: 120,
      render: (_value: unknown, row: MonthRow) => <ValueCell value={row[key]} before={row[before]} />,
    })),
    {
      key: 'reasons',
      title: columns.reasons,
      width: 220,
      render: (_value, row) => words.shell.sentences(row.reasons.map(({ reason }) => reason)),
    },
    {
      key: 'yearToDate',
      title: columns.yearToDate,
      width: 90,
      align: 'right',
      render: (_value, { yearToDate }) => (
        <span className="num">{yearToDate === undefined ? words.branchMonth.noValue : formatPoints(yearToDate)}</span>
      ),
    },
  ];
}

function NameCell({ row, own }: { row: MonthRow; own: boolean }) {
  return (
    <span>
      <span className="strong">{row.name}</span> {own ? <Tag>{words.branchMonth.self}</Tag> : null}
      {row.heldBack ? <Tag color="warning">{words.branchMonth.heldBack}</Tag> : null}
      {row.supplement ? <Tag>{words.branchMonth.supplement}</Tag> : null}
    </span>
  );
}

function ClaimedCell({ row }: { row: MonthRow }) {
  if (!row.claimed) return <span className="muted">{applicationStateNames[row.application]}</span>;
  return (
    <span className="num">
      {lineText(row.claimed)}{' '}
      {row.application === 'applied' ? null : (
        <Tag>{row.entryConfirmedAt ? entryNames.confirmed : applicationStateNames[row.application]}</Tag>
      )}
    </span>
  );
}

function ValueCell({ value, before }: { value: LineValuesShape | undefined; before: LineValuesShape | undefined }) {
  const changed = value !== undefined && before !== undefined && !sameLine(value, before);
  return <span className={`num ${changed ? 'changed' : ''} ${value ? '' : 'muted'}`}>{lineText(value)}</span>;
}
