import type { BranchMonthScreen, ObjectionView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { DialogButton, LinkButton } from '../../parts/buttons.tsx';
import { Panel } from '../../parts/page.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { ObjectionText } from './objection-text.tsx';
import { EnterDrawer, RaiseDrawer } from './raise-drawer.tsx';

const said = words.objection;

/** Objections of the month and their written answers. */
export function Objections({ month, ownMemberId }: { month: BranchMonthScreen; ownMemberId: string | undefined }) {
  const mayRaise = month.allowed.includes('object');
  const mayEnter = month.allowed.includes('object-on-behalf');
  if (month.objections.length === 0 && !mayRaise && !mayEnter) return null;
  const buttons = (
    <div className="row">
      {mayEnter ? <DialogButton dialog={(close) => <EnterDrawer month={month} onClose={close} />}>{said.enter}</DialogButton> : null}
      {mayRaise ? (
        <DialogButton dialog={(close) => <RaiseDrawer month={month} ownMemberId={ownMemberId} onClose={close} />}>
          {said.raise}
        </DialogButton>
      ) : null}
    </div>
  );
  return (
    <Panel title={said.title} extra={buttons}>
      {month.objections.length === 0 ? <span className="muted">{said.none}</span> : null}
      <ul className="plain-list">
        {month.objections.map((objection) => (
          <Objection key={objection.objectionId} month={month} objection={objection} />
        ))}
      </ul>
    </Panel>
  );
}

type ObjectionProps = { month: BranchMonthScreen; objection: ObjectionView };

function Objection({ month, objection }: ObjectionProps) {
  const { branchId, period } = month;
  const { objectionId, status, objector } = objection;
  const mayAnswer = status === 'open' && month.allowed.includes('answer-objection');
  return (
    <li className="todo">
      <div>
        <ObjectionText month={month} objection={objection} />
        <Answer objection={objection} />
      </div>
      <div className="row">
        {objector.name === undefined ? null : (
          <LinkButton to={`/print/objection/${branchId}/${period}/${objectionId}`} target="_blank">
            {status === 'open' ? said.print.open : said.print.answered}
          </LinkButton>
        )}
        {mayAnswer ? (
          <DialogButton type="primary" dialog={(close) => <AnswerDrawer month={month} objection={objection} onClose={close} />}>
            {said.answer}
          </DialogButton>
        ) : null}
      </div>
    </li>
  );
}

function Answer({ objection: { component, answer, changedTo, answeredAt, answeredBy } }: Pick<ObjectionProps, 'objection'>) {
  if (answeredAt === undefined) return null;
  return (
    <div>
      <div>{answer}</div>
      {changedTo === undefined ? null : <div className="num">{said.changedTo(component, changedTo)}</div>}
      <div className="muted">{said.answered(answeredAt, answeredBy)}</div>
    </div>
  );
}
