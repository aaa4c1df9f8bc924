import type { BranchMonthScreen } from '@jifen/contracts';
import { groupNotice, nameIn, roleNames, stageNames, waitedStepOfStage, words } from '@jifen/wording';
import { App, Button, Tag } from 'antd';
import { LinkButton } from '../../parts/link-button.tsx';

const deadlineOf = (month: BranchMonthScreen) => month.deadlines.find(({ step }) => step === waitedStepOfStage[month.stage]);

function headlineOf({ stage, workingDaysLeft }: BranchMonthScreen, who: string): string {
  if (stage === 'applying') return words.branchMonth.nowApplying;
  if (stage === 'publicity') return words.branchMonth.publicity(workingDaysLeft);
  if (stage === 'filed') return words.branchMonth.nowFiled(who);
  return words.branchMonth.nowBy(who, stageNames[stage]);
}

/** 现在由谁办、办什么、截止哪天. */
export function Now({ month }: { month: BranchMonthScreen }) {
  const { stage, waitingFor, workingDaysLeft, meetingOn, today, round } = month;
  if (stage === 'closed') return <p className="now">{words.branchMonth.closed}</p>;
  const deadline = deadlineOf(month);
  const overdue = deadline !== undefined && deadline.lastDay < today;
  const who =
    waitingFor.length === 0
      ? words.branchMonth.nobody
      : words.shell.names(waitingFor.map(({ role, name }) => `${nameIn(roleNames, role)}${name}`));
  const publicity = stage === 'publicity';
  return (
    <div className="now">
      <div>
        <span className="strong">{headlineOf(month, who)}</span> {round > 1 ? <Tag>{words.branchMonth.round(round)}</Tag> : null}
      </div>
      {deadline ? (
        <div className={overdue ? 'changed' : undefined}>
          {words.branchMonth.deadline(deadline.lastDay)}
          {overdue ? ` ${words.shell.overdue}` : null}
          {!overdue && !publicity && workingDaysLeft !== undefined ? words.branchMonth.left(workingDaysLeft) : null}
        </div>
      ) : null}
      {meetingOn !== undefined && ['applying', 'registering', 'reviewing', 'meeting'].includes(stage) ? (
        <div className="muted">{words.branchMonth.meetingOn(meetingOn)}</div>
      ) : null}
    </div>
  );
}

/** What is printed or copied at this step. The copied message never carries a score. */
export function StepTools({ month }: { month: BranchMonthScreen }) {
  const { message } = App.useApp();
  const { branchId, period, branchName, stage, counters, publications } = month;
  const waiting = counters.due - counters.applied - counters.onBehalf - counters.late - counters.absent;
  const text = groupNotice(stage, { branch: branchName, period, lastDay: deadlineOf(month)?.lastDay, waiting: Math.max(0, waiting) });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => message.success(words.branchMonth.groupNoticeCopied),
      () => message.warning({ content: `${words.branchMonth.groupNoticeFailed} ${text}`, duration: 20 }),
    );
  const print = (form: string) => `/print/${form}/${branchId}/${period}`;
  const round = publications.at(-1)?.round;
  return (
    <>
      <Button onClick={() => void copy()}>{words.branchMonth.groupNotice}</Button>
      <LinkButton to={print('registration')} target="_blank">
        {words.branchMonth.printRegistration}
      </LinkButton>
      <LinkButton to={print('meeting')} target="_blank">
        {month.meeting.held.length > 0 ? words.branchMonth.printMinutes : words.branchMonth.printMeeting}
      </LinkButton>
      {round === undefined ? null : (
        <LinkButton to={`${print('publicity')}/${round}`} target="_blank">
          {words.branchMonth.printPublicity}
        </LinkButton>
      )}
    </>
  );
}
