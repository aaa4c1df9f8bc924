import type { BranchMonthScreen } from '@jifen/contracts';
import { componentNames, formatInstant, objectionStatusNames, words } from '@jifen/wording';
import { Tag } from 'antd';
import { DialogButton } from '../../parts/dialog-button.tsx';
import { Panel } from '../../parts/page.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { RaiseDrawer } from './raise-drawer.tsx';

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
