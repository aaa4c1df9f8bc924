import type { LineValuesShape, MonthRow } from '@jifen/contracts';
import { applicationStateNames, formatPoints, memberClassNames, words } from '@jifen/wording';
import { Button, Input, type TableColumnsType } from 'antd';
import type { KeyboardEvent } from 'react';
import { PointsInput } from '../../parts/points-input.tsx';
import { lineText, sameLine, sumOf } from './lines.ts';

export type RegistrationLine = { values: LineValuesShape; note: string };

type Registration = {
  lineOf: (row: MonthRow) => RegistrationLine;
  change: (row: MonthRow, part: Partial<RegistrationLine>) => void;
  open: (row: MonthRow) => void;
  ceiling: number;
};

export function registrationColumns({ lineOf, change, open, ceiling }: Registration): TableColumnsType<MonthRow> {
  const { columns } = words.registration;
  return [
    {
      key: 'number',
      title: columns.number,
      width: 56,
      render: (_value, { rosterNumber }) => <span className="num muted">{rosterNumber}</span>,
    },
    { key: 'name', title: columns.name, width: 96, render: (_value, { name }) => <span className="strong">{name}</span> },
    { key: 'class', title: columns.class, width: 96, render: (_value, row) => memberClassNames[row.class] },
    { key: 'claimed', title: columns.claimed, width: 130, render: (_value, row) => <Claimed row={row} /> },
    {
      key: 'task',
      title: columns.task,
      width: 112,
      render: (_value, row, index) => (
        <PointsInput
          label={words.registration.taskOf(row.name)}
          value={lineOf(row).values.task}
          maximum={ceiling}
          gridRow={index}
          onKeyDown={moveByKeys}
          onChange={(task = 0) => change(row, { values: { ...lineOf(row).values, task } })}
        />
      ),
    },
    {
      key: 'entries',
      title: columns.entries,
      width: 150,
      render: (_value, row) => <Entries row={row} values={lineOf(row).values} open={open} />,
    },
    {
      key: 'note',
      title: columns.note,
      render: (_value, row) => (
        <Input
          aria-label={words.registration.noteOf(row.name)}
          maxLength={200}
          value={lineOf(row).note}
          onChange={(event) => change(row, { note: event.target.value })}
          status={lineOf(row).note === '' && row.claimed && !sameLine(row.claimed, lineOf(row).values) ? 'warning' : ''}
          placeholder={row.claimed && !sameLine(row.claimed, lineOf(row).values) ? words.registration.changed : ''}
        />
      ),
    },
  ];
}

function Claimed({ row }: { row: MonthRow }) {
  return row.claimed ? (
    <span className="num">{lineText(row.claimed, formatPoints)}</span>
  ) : (
    <span className="muted">{applicationStateNames[row.application]}</span>
  );
}

function Entries({ row, values, open }: { row: MonthRow; values: LineValuesShape; open: (row: MonthRow) => void }) {
  const count = values.deductions.length + values.rewards.length;
  return (
    <Button size="small" onClick={() => open(row)}>
      {count === 0 ? words.registration.fillIn : words.branchMonth.entries(sumOf(values.deductions), sumOf(values.rewards))}
      <span className="sr-only">{words.registration.entriesOf(row.name)}</span>
    </Button>
  );
}

/** As in a sheet of cells: enter and the arrows go to the same column of the next or the previous row. */
function moveByKeys(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[data-grid-row]')];
  const next = inputs[inputs.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}
