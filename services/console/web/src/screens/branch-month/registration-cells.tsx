import { type MonthRow, sentence } from '@jifen/contracts';
import { applicationStateNames, formatPoints, memberClassNames, words } from '@jifen/wording';
import { Button, Form, Input, type TableColumnsType } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { PointsField } from '../../parts/form/fields.tsx';
import { ruleOf } from '../../parts/form/rule-of.ts';
import { HowApplied } from '../../parts/how-applied.tsx';
import { numberColumn } from './grid-columns.tsx';
import { departsFromClaim, draftIn, type Lines, lineKey, lineOf, lineText, sumOf } from './lines.ts';
import { blockOf, isBlock, type PasteColumn } from './paste.ts';

export type Block = { block: string[][]; row: MonthRow; column: PasteColumn };
type Registration = { open: (row: MonthRow) => void; onBlock: (block: Block) => void; ceiling: number };

export function registrationColumns({ open, onBlock, ceiling }: Registration): TableColumnsType<MonthRow> {
  const { columns } = words.registration;
  return [
    numberColumn,
    { key: 'name', title: columns.name, width: 96, render: (_value, { name }) => <span className="strong">{name}</span> },
    { key: 'class', title: columns.class, width: 96, render: (_value, row) => memberClassNames[row.class] },
    { key: 'claimed', title: columns.claimed, width: 170, render: (_value, row) => <Claimed row={row} /> },
    {
      key: 'task',
      title: columns.task,
      width: 112,
      render: (_value, row) => (
        <PointsField
          name={['lines', lineKey(row), 'task']}
          label={words.registration.taskOf(row.name)}
          missing={words.line.taskMissing}
          initial={formatPoints(row.proposed.task)}
          most={ceiling}
          data-column="task"
          onKeyDown={moveByKeys}
          onPaste={takeBlock({ row, column: 'task', onBlock })}
        />
      ),
    },
    { key: 'entries', title: columns.entries, width: 150, render: (_value, row) => <Entries row={row} open={open} /> },
    { key: 'note', title: columns.note, render: (_value, row) => <Note row={row} onBlock={onBlock} /> },
  ];
}

/** The line as it is filled in now. */
function useLine(row: MonthRow) {
  const typed: Lines[string] | undefined = Form.useWatch(['lines', lineKey(row)], { form: Form.useFormInstance(), preserve: true });
  return draftIn({ [lineKey(row)]: typed ?? {} }, row);
}

function Claimed({ row }: { row: MonthRow }) {
  if (!row.claimed) return <span className="muted">{applicationStateNames[row.application]}</span>;
  return (
    <span>
      <span className="num">{lineText(row.claimed)}</span>
      <HowApplied how={row} />
    </span>
  );
}

function Entries({ row, open }: { row: MonthRow; open: (row: MonthRow) => void }) {
  const { deductions, rewards } = lineOf(useLine(row));
  return (
    <Button size="small" onClick={() => open(row)} onKeyDown={reachSubmit}>
      {deductions.length + rewards.length === 0 ? words.registration.fillIn : words.branchMonth.entries(sumOf(deductions), sumOf(rewards))}
      <span className="sr-only">{words.registration.entriesOf(row.name)}</span>
    </Button>
  );
}

/** Where the line is not what was claimed, the note is its reason. */
function Note({ row, onBlock }: { row: MonthRow; onBlock: (block: Block) => void }) {
  const departs = departsFromClaim(row, lineOf(useLine(row)));
  const { noteMissing, noteAsked } = words.registration;
  const key = ['lines', lineKey(row)];
  return (
    <Form.Item
      name={[...key, 'reason']}
      dependencies={[[...key, 'task'], key]}
      rules={[
        ({ getFieldsValue }) => {
          const line = lineOf(draftIn(getFieldsValue(true).lines, row));
          return ruleOf(sentence, departsFromClaim(row, line) ? noteMissing : undefined);
        },
      ]}
    >
      <Input
        aria-label={words.registration.noteOf(row.name)}
        data-column="note"
        onKeyDown={moveByKeys}
        onPaste={takeBlock({ row, column: 'note', onBlock })}
        placeholder={departs ? noteAsked(row.claimed !== undefined) : ''}
      />
    </Form.Item>
  );
}

/** One value goes into its cell; a block of a sheet is looked at first. */
const takeBlock =
  ({ onBlock, ...cell }: Omit<Block, 'block'> & Pick<Registration, 'onBlock'>) =>
  (event: ClipboardEvent) => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (!isBlock(block)) return;
    event.preventDefault();
    onBlock({ ...cell, block });
  };

/** From any cell one key leads to the button that sends. */
function reachSubmit(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  event.currentTarget.closest('form')?.querySelector<HTMLButtonElement>('button[type="submit"]')?.focus();
  return true;
}

/** As in a sheet of cells: enter and the arrows go to the same column of the next or the previous row. */
function moveByKeys(event: KeyboardEvent<HTMLInputElement>): void {
  if (reachSubmit(event)) return;
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const inputs = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${event.currentTarget.dataset.column}"]`)];
  const next = inputs[inputs.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}
