import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Form } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { draftIn, type Lines, lineKey, registration } from './line-draft.ts';
import { LineDrawer } from './line-drawer.tsx';
import { inOrder } from './lines.ts';
import { registrationColumns } from './registration-columns.tsx';

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
          reasonRequired={false}
          onClose={() => setOpened(undefined)}
          onApply={(line) => {
            form.setFieldValue(['lines', lineKey(opened)], line);
            setOpened(undefined);
          }}
        />
      ) : null}
    </Panel>
  );
}
