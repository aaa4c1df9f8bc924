import { type BranchMonthScreen, type ObjectionBody, paragraph } from '@jifen/contracts';
import { componentNames, formatInstant, objectionStatusNames, words } from '@jifen/wording';
import { Drawer, Tag } from 'antd';
import { useObjection } from '../../api/acts.ts';
import { DialogButton } from '../../parts/buttons.tsx';
import { EntryForm } from '../../parts/form/entry-form.tsx';
import { RadioField, SelectField, TextField } from '../../parts/form/fields.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';
import { Panel } from '../../parts/page.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { inOrder } from './lines.ts';

/** Objections of the month and their written answers. */
export function Objections({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const mayRaise = month.allowed.includes('object');
  if (month.objections.length === 0 && !mayRaise) return null;
  const nameOf = (memberId: string) => month.rows.find((row) => row.memberId === memberId)?.name ?? '';
  const raise = (
    <DialogButton dialog={(close) => <RaiseDrawer month={month} ownMemberId={ownMemberId} onClose={close} />}>
      {words.objection.raise}
    </DialogButton>
  );
  return (
    <Panel title={words.objection.title} extra={mayRaise ? raise : null}>
      {month.objections.length === 0 ? <span className="muted">{words.objection.none}</span> : null}
      <ul className="plain-list">
        {month.objections.map((objection) => (
          <Objection key={objection.objectionId} month={month} objection={objection} name={nameOf(objection.memberId)} />
        ))}
      </ul>
    </Panel>
  );
}

type ObjectionProps = { month: BranchMonthScreen; objection: BranchMonthScreen['objections'][number]; name: string };

function Objection({ month, objection, name }: ObjectionProps) {
  const { component, raisedAt, statement, status, answer, answeredAt } = objection;
  return (
    <li className="todo">
      <div>
        <span className="strong">{words.objection.about(name, componentNames[component])}</span>{' '}
        <Tag color={status === 'open' ? 'warning' : 'default'}>{objectionStatusNames[status]}</Tag>
        <div>{statement}</div>
        <div className="muted">{formatInstant(raisedAt)}</div>
        {answer === undefined ? null : <div>{answer}</div>}
        {answeredAt === undefined ? null : <div className="muted">{words.objection.answered(formatInstant(answeredAt))}</div>}
      </div>
      {status === 'open' && month.allowed.includes('answer-objection') ? (
        <DialogButton type="primary" dialog={(close) => <AnswerDrawer month={month} objection={objection} onClose={close} />}>
          {words.objection.answer}
        </DialogButton>
      ) : null}
    </li>
  );
}

type RaiseDrawerProps = { month: BranchMonthScreen; ownMemberId: string | undefined; onClose: () => void };
type Draft = Partial<Pick<ObjectionBody, 'memberId'>> & Pick<ObjectionBody, 'component' | 'statement'>;

const components = ['base', 'task', 'reward'] as const;

/** 提出异议: about one line and one component of the posted list. */
function RaiseDrawer({ month, ownMemberId, onClose }: RaiseDrawerProps) {
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
