import type { BranchMonthScreen, MonthRow } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { useDecision } from '../../api/acts.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { departsFromClaim, draftIn, inOrder, type Lines, lineKey, registration } from './lines.ts';
import { type Filling, fillingsOf, type Pasted, type PastedLine, readPasted } from './paste.ts';
import { NotFilledIn, PastePreview } from './paste-preview.tsx';
import { type Block, registrationColumns } from './registration-cells.tsx';

type Values = { lines: Lines };

/** Step ④: everything known is filled in; the recorder checks, and opens only what has more to it. */
export function RegistrationPanel({ month }: { month: BranchMonthScreen }) {
  const awaiting = inOrder(month.rows, 'roster').filter(({ registered }) => registered === undefined);
  const [form] = Form.useForm<Values>();
  const [opened, setOpened] = useState<MonthRow>();
  const paste = usePaste({ form, awaiting, ceiling: month.ceiling });
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
          columns={registrationColumns({ open: setOpened, onBlock: paste.take, ceiling: month.ceiling })}
        />
        <NotFilledIn lines={paste.left} onClose={paste.forget} />
        <ActOutcome act={registering} what={words.registration.title} />
      </EntryForm>
      {opened ? (
        <LineDrawer
          name={opened.name}
          before={opened.claimed ?? opened.proposed}
          value={draftIn(form.getFieldsValue(true).lines, opened)}
          month={month}
          needsReason={(line) => departsFromClaim(opened, line)}
          onClose={() => setOpened(undefined)}
          onApply={(line) => {
            form.setFieldValue(['lines', lineKey(opened)], line);
            lookAgain(form, [fieldOf({ key: lineKey(opened), column: 'note' })]);
          }}
        />
      ) : null}
      {paste.pasted ? <PastePreview pasted={paste.pasted} onApply={paste.apply} onClose={paste.drop} /> : null}
    </Panel>
  );
}

type Field = ['lines', string, 'task' | 'reason'];
type PasteProps = { form: FormInstance<Values>; awaiting: readonly MonthRow[]; ceiling: number };

const fieldOf = ({ key, column }: Pick<Filling, 'key' | 'column'>): Field => ['lines', key, column === 'task' ? 'task' : 'reason'];

/** Fields that were filled in, and of those that depend on them the ones that were wrong before. */
function lookAgain(form: FormInstance<Values>, dependent: Field[], filledIn: Field[] = []): void {
  const wrong = dependent.filter((name) => form.getFieldError(name).length > 0);
  form.validateFields([...filledIn, ...wrong]).catch(() => undefined);
}

/** A block from a sheet of cells: first looked at, then filled in; what found no row is kept in sight. */
function usePaste({ form, awaiting, ceiling }: PasteProps) {
  const [pasted, setPasted] = useState<Pasted>();
  const [left, setLeft] = useState<readonly PastedLine[]>([]);
  const take = ({ block, row, column }: Block) => {
    const { lines } = form.getFieldsValue(true);
    const rows = awaiting.map((one) => {
      const { task, reason } = draftIn(lines, one);
      return { key: lineKey(one), name: one.name, task, note: reason };
    });
    const at = rows.find(({ key }) => key === lineKey(row));
    if (at) setPasted(readPasted(block, { rows, row: at, column, ceiling }));
  };
  const drop = () => setPasted(undefined);
  const apply = () => {
    const fillings = fillingsOf(pasted?.lines ?? []);
    for (const filling of fillings) form.setFieldValue(fieldOf(filling), filling.value);
    const found = pasted?.lines.filter(({ nowhere }) => nowhere !== undefined) ?? [];
    setLeft((before) => [...before, ...found]);
    drop();
    lookAgain(
      form,
      fillings.map(({ key }) => fieldOf({ key, column: 'note' })),
      fillings.map(fieldOf),
    );
  };
  return { pasted, left, take, apply, drop, forget: () => setLeft([]) };
}
