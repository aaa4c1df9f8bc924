import type { BranchMonthScreen, LineValuesShape, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/panel.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { inOrder, valuesOf } from './lines.ts';
import { type RegistrationLine, registrationColumns } from './registration-columns.tsx';

/** Step ④: everything known is filled in; the recorder checks, and opens only what has more to it. */
export function RegistrationPanel({ month }: { month: BranchMonthScreen }) {
  const awaiting = inOrder(month.rows, 'roster').filter(({ registered }) => registered === undefined);
  const [lines, setLines] = useState<Readonly<Record<string, RegistrationLine>>>({});
  const [opened, setOpened] = useState<MonthRow>();
  const registration = useDecision(month);
  const lineOf = (row: MonthRow): RegistrationLine => lines[row.memberId] ?? { values: valuesOf(row.proposed), note: '' };
  const change = (row: MonthRow, part: Partial<RegistrationLine>) =>
    setLines((known) => ({ ...known, [row.memberId]: { ...lineOf(row), ...part } }));
  const submit = () => registration.mutate({ kind: 'register', lines: awaiting.map((row) => registeredLine(row.memberId, lineOf(row))) });
  return (
    <Panel title={words.registration.title}>
      <div className="stack">
        <span className="muted">{words.registration.hint}</span>
        <WideTable<MonthRow>
          label={words.registration.title}
          width={860}
          rowKey="memberId"
          dataSource={awaiting}
          columns={registrationColumns({ lineOf, change, open: setOpened, ceiling: month.ceiling })}
        />
        <ActOutcome act={registration} what={words.registration.title} />
        <ConfirmedButton
          question={words.registration.confirm(awaiting.length)}
          onConfirm={submit}
          type="primary"
          loading={registration.isPending}
          disabled={awaiting.length === 0}
        >
          {words.registration.submit(awaiting.length)}
        </ConfirmedButton>
      </div>
      {opened ? (
        <OpenedLine
          month={month}
          row={opened}
          values={lineOf(opened).values}
          onApply={(values) => change(opened, { values })}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function registeredLine(memberId: string, { values, note }: RegistrationLine) {
  return { memberId, ...values, ...(note.trim() === '' ? {} : { note: note.trim() }) };
}

type OpenedLineProps = {
  month: BranchMonthScreen;
  row: MonthRow;
  values: LineValuesShape;
  onApply: (values: LineValuesShape) => void;
  onClose: () => void;
};

function OpenedLine({ month, row, values, onApply, onClose }: OpenedLineProps) {
  return (
    <LineDrawer
      name={row.name}
      before={row.claimed ?? row.proposed}
      value={values}
      reason=""
      ceiling={month.ceiling}
      items={month.items}
      reasonRequired={false}
      onClose={onClose}
      onApply={({ task, deductions, rewards }) => {
        onApply({ task, deductions, rewards });
        onClose();
      }}
    />
  );
}
