import type { ApplicationForm } from '@jifen/contracts';
import { entryNames, formatInstant, formatSigned, fulfilmentNames, itemName, nameIn, roleNames, words } from '@jifen/wording';
import { Button, Card, Result, Tag } from 'antd';
import { useApplicationWithdrawal, useEntryConfirmation } from '../../api/acts.ts';
import { ConfirmedButton, LinkButton } from '../../parts/buttons.tsx';
import { HowApplied } from '../../parts/how-applied.tsx';
import { ActOutcome } from '../../parts/outcome.tsx';

type SubmittedPart = NonNullable<ApplicationForm['submitted']>;
type SubmittedProps = { form: ApplicationForm; submitted: SubmittedPart };

/** After submission: what was said, and who acts next. */
export function Submitted({ form, submitted }: SubmittedProps) {
  const withdrawal = useApplicationWithdrawal(form, form.memberId);
  const { role, name, lastDay } = form.next;
  return (
    <Card>
      <Result
        status="success"
        style={{ padding: '8px 0 16px' }}
        title={titleOf(submitted)}
        subTitle={words.application.submittedAt(formatInstant(submitted.at))}
      />
      <div className="stack">
        <p className="now" style={{ margin: 0 }}>
          {words.application.nextActs(nameIn(roleNames, role), name, lastDay)}
        </p>
        <Said form={form} submitted={submitted} />
        <div>
          <HowApplied how={submitted} />
        </div>
        <Entry form={form} submitted={submitted} />
        <div>
          <strong>{words.application.calculatedTask(submitted.calculatedTask)}</strong>
          <div className="muted">{words.application.finalScore}</div>
        </div>
        <ActOutcome act={withdrawal} what={words.application.withdraw} />
        <div className="row">
          {submitted.withdrawable ? (
            <ConfirmedButton
              question={form.late && form.state === 'applied' ? words.application.withdrawLateConfirm : words.application.withdrawConfirm}
              onConfirm={() => withdrawal.mutate()}
              loading={withdrawal.isPending}
            >
              {words.application.withdraw}
            </ConfirmedButton>
          ) : (
            <span className="muted">{words.application.notWithdrawable}</span>
          )}
          <LinkButton to={`/sheets/${form.memberId}`}>{words.application.toSheet}</LinkButton>
        </div>
      </div>
    </Card>
  );
}

function titleOf({ onBehalf, confirmedAt }: SubmittedPart): string {
  if (!onBehalf) return words.application.submitted;
  return confirmedAt === undefined ? entryNames.unconfirmed : entryNames.confirmed;
}

/** 代填: when its member has confirmed it, or the button with which they do. */
function Entry({ form, submitted }: SubmittedProps) {
  const confirmation = useEntryConfirmation(form, form.memberId);
  const { actId, confirmedAt, confirmable, telephone } = submitted;
  if (confirmedAt !== undefined) return <span>{words.application.entryConfirmedAt(formatInstant(confirmedAt))}</span>;
  if (!confirmable) return null;
  return (
    <div className="stack-small">
      <span>{words.application.confirmEntryHint(telephone !== undefined)}</span>
      <ActOutcome act={confirmation} what={words.application.confirmEntry} />
      <Button type="primary" loading={confirmation.isPending} onClick={() => confirmation.mutate({ applicationId: actId })}>
        {words.application.confirmEntry}
      </Button>
    </div>
  );
}

function Said({ form, submitted }: { form: ApplicationForm; submitted: SubmittedPart }) {
  return (
    <ul className="plain-list">
      {submitted.fulfilments.map(({ pledgeId, state, sentence }) => (
        <li className="todo" key={pledgeId}>
          <div>
            {form.pledges.find((pledge) => pledge.pledgeId === pledgeId)?.text}
            {sentence === undefined ? null : <div className="muted">{sentence}</div>}
          </div>
          <Tag color={state === 'done' ? 'success' : 'warning'}>{fulfilmentNames[state]}</Tag>
        </li>
      ))}
      {submitted.rewards.map(({ item, amount, basis, evidence }) => (
        <li className="todo" key={`${item}/${basis}/${evidence}`}>
          <div>
            {itemName(item, { items: form.rewardItems })}
            <div className="muted">{words.line.grounds({ basis, evidence })}</div>
          </div>
          <Tag>{formatSigned(amount)}</Tag>
        </li>
      ))}
    </ul>
  );
}
