import type { BranchMonthScreen } from '@jifen/contracts';
import { componentNames, formatInstant, objectionStatusNames, words } from '@jifen/wording';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { RaiseDrawer } from './raise-drawer.tsx';

type ObjectionView = BranchMonthScreen['objections'][number];

/** Objections of the month and their written answers. */
export function Objections({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const [answering, setAnswering] = useState<ObjectionView>();
  const [raising, setRaising] = useState(false);
  const mayRaise = month.allowed.includes('object');
  if (month.objections.length === 0 && !mayRaise) return null;
  const nameOf = (memberId: string) => month.rows.find((row) => row.memberId === memberId)?.name ?? '';
  return (
    <Panel
      title={words.objection.title}
      extra={mayRaise ? <Button onClick={() => setRaising(true)}>{words.objection.raise}</Button> : null}
    >
      {month.objections.length === 0 ? <span className="muted">{words.objection.none}</span> : null}
      <ul className="plain-list">
        {month.objections.map((objection) => (
          <Objection
            key={objection.objectionId}
            objection={objection}
            name={nameOf(objection.memberId)}
            mayAnswer={month.allowed.includes('answer-objection')}
            onAnswer={() => setAnswering(objection)}
          />
        ))}
      </ul>
      {answering ? <AnswerDrawer month={month} objection={answering} onClose={() => setAnswering(undefined)} /> : null}
      {raising ? <RaiseDrawer month={month} ownMemberId={ownMemberId} onClose={() => setRaising(false)} /> : null}
    </Panel>
  );
}

type ObjectionProps = { objection: ObjectionView; name: string; mayAnswer: boolean; onAnswer: () => void };

function Objection({ objection, name, mayAnswer, onAnswer }: ObjectionProps) {
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
      {status === 'open' && mayAnswer ? (
        <Button type="primary" onClick={onAnswer}>
          {words.objection.answer}
        </Button>
      ) : null}
    </li>
  );
}
