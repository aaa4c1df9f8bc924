import { type BranchMonthScreen, type MonthRow, sentence } from '@jifen/contracts';
import { applicationStateNames, formatPoints, memberClassNames, words } from '@jifen/wording';
import { Button, Form, Input, type TableColumnsType } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { PointsField } from '../../parts/form/fields.tsx';
import { ruleOf } from '../../parts/form/rule-of.ts';
import { HowApplied } from '../../parts/how-applied.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { numberColumn } from './grid-columns.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { draftIn, inOrder, type LineDraft, type Lines, lineKey, lineOf, lineText, registration, sameLine, sumOf } from './lines.ts';

type Values = { lines: Lines };

/** Step ④: everything known is filled in; the recorder checks, and opens only what has more to it. */
export function RegistrationPanel({ month }: { month: BranchMonthScreen }) {
  const awaiting = inOrder(month.rows, 'roster').filter(({ registered }) => registered === undefined);
  const [form] = Form.useForm<Values>();
  const [opened, setOpened] = useState<MonthRow>();
  const registering = useDecision(month);
  return (
    <Panel title={words.registration.title}>
      <EntryForm<Values>
        form={form}
        initial={{ lines: {} }}
        submit={words.registration.submit(awaiting.length)}
        question={words.registration.confirm(awaiting.length)}
        pending={registering.isPending}
        button={{ disabled: awaiting.length === 0 }}
        onSubmit={({ lines }) => registering.mutate(registration(lines, awaiting))}
      >
        <span className="muted">{words.registration.hint}</span>
        <WideTable<MonthRow>
          label={words.registration.title}
          width={860}
          rowKey="memberId"
          dataSource={awaiting}
          columns={registrationColumns({ open: setOpened, ceiling: month.ceiling })}
        />
        <ActOutcome act={registering} what={words.registration.title} />
      </EntryForm>
      {opened ? (
        <LineDrawer
          name={opened.name}
          before={opened.claimed ?? opened.proposed}
          value={draftIn(form.getFieldsValue(true).lines, opened)}
          month={month}
          onClose={() => setOpened(undefined)}
          onApply={(line) => form.setFieldValue(['lines', lineKey(opened)], line)}
        />
      ) : null}
    </Panel>
  );
}

type Registration = { open: (row: MonthRow) => void; ceiling: number };

function registrationColumns({ open, ceiling }: Registration): TableColumnsType<MonthRow> {
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
        />
      ),
    },
    { key: 'entries', title: columns.entries, width: 150, render: (_value, row) => <Entries row={row} open={open} /> },
    { key: 'note', title: columns.note, render: (_value, row) => <Note row={row} /> },
  ];
}

/** The line as it is filled in now. */
function useLine(row: MonthRow): LineDraft {
  const typed: Partial<LineDraft> | undefined = Form.useWatch(['lines', lineKey(row)], { form: Form.useFormInstance(), preserve: true });
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
    <Button size="small" onClick={() => open(row)}>
      {deductions.length + rewards.length === 0 ? words.registration.fillIn : words.branchMonth.entries(sumOf(deductions), sumOf(rewards))}
      <span className="sr-only">{words.registration.entriesOf(row.name)}</span>
    </Button>
  );
}

function Note({ row }: { row: MonthRow }) {
  const line = useLine(row);
  const changed = row.claimed !== undefined && !sameLine(row.claimed, lineOf(line));
  return (
    <Form.Item name={['lines', lineKey(row), 'reason']} rules={[ruleOf(sentence, undefined)]}>
      <Input
        aria-label={words.registration.noteOf(row.name)}
        data-column="note"
        onKeyDown={moveByKeys}
        status={changed && line.reason === '' ? 'warning' : ''}
        placeholder={changed ? words.registration.changed : ''}
      />
    </Form.Item>
  );
}

/** As in a sheet of cells: enter and the arrows go to the same column of the next or the previous row. */
function moveByKeys(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const inputs = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${event.currentTarget.dataset.column}"]`)];
  const next = inputs[inputs.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}
