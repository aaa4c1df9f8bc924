import type { BranchMonthScreen, ObjectionBody } from '@jifen/contracts';
import { componentNames, words } from '@jifen/wording';
import { Button, Drawer, Radio, Select } from 'antd';
import { useState } from 'react';
import { useObjection } from '../../api/acts.ts';
import { ActOutcome } from '../../parts/outcome.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { inOrder } from './lines.ts';

type RaiseDrawerProps = { month: BranchMonthScreen; ownMemberId: string | undefined; onClose: () => void };
type Component = ObjectionBody['component'];

const components = ['base', 'task', 'reward'] as const;

/** 提出异议: about one line and one component of the posted list. */
export function RaiseDrawer({ month, ownMemberId, onClose }: RaiseDrawerProps) {
  return (
    <Drawer title={words.objection.raise} open onClose={onClose} size={480} destroyOnHidden>
      <RaiseForm month={month} ownMemberId={ownMemberId} onClose={onClose} />
    </Drawer>
  );
}

function RaiseForm({ month, ownMemberId, onClose }: RaiseDrawerProps) {
  const listed = month.publications.find(({ round }) => round === month.round)?.memberIds ?? [];
  const rows = inOrder(month.rows, 'roster').filter(({ memberId }) => listed.includes(memberId));
  const [memberId, setMemberId] = useState(rows.find((row) => row.memberId === ownMemberId)?.memberId);
  const [component, setComponent] = useState<Component>('task');
  const [statement, setStatement] = useState('');
  const [checked, setChecked] = useState(false);
  const objection = useObjection(month);
  const submit = () => {
    setChecked(true);
    if (memberId !== undefined && statement.trim() !== '')
      objection.mutate({ round: month.round, memberId, component, statement: statement.trim() }, { onSuccess: onClose });
  };
  return (
    <div className="stack">
      <span className="muted">{words.objection.raiseHint}</span>
      {month.joint ? <span className="muted">{words.joint.objectHint}</span> : null}
      <Select
        aria-label={words.branchMonth.columns.name}
        placeholder={words.branchMonth.columns.name}
        value={memberId}
        onChange={setMemberId}
        options={rows.map((row) => ({ value: row.memberId, label: row.name }))}
      />
      <Radio.Group
        aria-label={words.objection.component}
        value={component}
        onChange={(event) => setComponent(event.target.value as Component)}
        options={components.map((value) => ({ value, label: componentNames[value] }))}
      />
      <TextField
        label={words.objection.statement}
        rows={4}
        maxLength={1000}
        value={statement}
        onChange={setStatement}
        error={checked && statement.trim() === '' ? words.objection.statementMissing : undefined}
      />
      <ActOutcome act={objection} what={words.objection.raise} />
      <Button type="primary" loading={objection.isPending} onClick={submit}>
        {words.objection.raiseSubmit}
      </Button>
    </div>
  );
}
