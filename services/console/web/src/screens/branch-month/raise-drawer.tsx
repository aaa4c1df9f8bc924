import { type BranchMonthScreen, type ObjectionBody, paragraph } from '@jifen/contracts';
import { componentNames, words } from '@jifen/wording';
import { Drawer } from 'antd';
import { useObjection } from '../../api/acts.ts';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { inOrder } from './lines.ts';

type RaiseDrawerProps = { month: BranchMonthScreen; ownMemberId: string | undefined; onClose: () => void };
type Draft = Partial<Pick<ObjectionBody, 'memberId'>> & Pick<ObjectionBody, 'component' | 'statement'>;

const components = ['base', 'task', 'reward'] as const;

/** 提出异议: about one line and one component of the posted list. */
export function RaiseDrawer({ month, ownMemberId, onClose }: RaiseDrawerProps) {
  const listed = month.publications.find(({ round }) => round === month.round)?.memberIds ?? [];
  const rows = inOrder(month.rows, 'roster').filter(({ memberId }) => listed.includes(memberId));
  const own = rows.find(({ memberId }) => memberId === ownMemberId)?.memberId;
  const objection = useObjection(month);
  const raise = ({ memberId = '', component, statement }: Draft) =>
    objection.mutate({ round: month.round, memberId, component, statement: statement.trim() }, { onSuccess: onClose });
  return (
    <Drawer title={words.objection.raise} open onClose={onClose} size={480} destroyOnHidden>
      <EntryForm<Draft>
        initial={{ component: 'task', statement: '', ...(own === undefined ? {} : { memberId: own }) }}
        submit={words.objection.raiseSubmit}
        pending={objection.isPending}
        onSubmit={raise}
      >
        <span className="muted">{words.objection.raiseHint}</span>
        {month.joint ? <span className="muted">{words.joint.objectHint}</span> : null}
        <SelectField
          name="memberId"
          label={words.branchMonth.columns.name}
          missing={words.objection.memberMissing}
          options={rows.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
        <RadioField
          name="component"
          label={words.objection.component}
          options={components.map((value) => ({ value, label: componentNames[value] }))}
        />
        <TextField
          name="statement"
          label={words.objection.statement}
          missing={words.objection.statementMissing}
          rows={4}
          schema={paragraph}
        />
        <ActOutcome act={objection} what={words.objection.raise} />
      </EntryForm>
    </Drawer>
  );
}
