import type { BranchMonthScreen } from '@jifen/contracts';
import { nameIn, roleNames, stageNames, waitedStepOfStage, words } from '@jifen/wording';
import { Tag } from 'antd';
import { waitsForClosingMonth } from '../../parts/decided-with.ts';

export const deadlineOf = (month: BranchMonthScreen) => month.deadlines.find(({ step }) => step === waitedStepOfStage[month.stage]);

const isSaidOf = (stage: BranchMonthScreen['stage']): stage is keyof typeof words.joint.now => Object.hasOwn(words.joint.now, stage);

function headlineOf({ stage, workingDaysLeft, decidedWith }: BranchMonthScreen, who: string): string {
  if (decidedWith && isSaidOf(stage)) return words.joint.now[stage](decidedWith.closing);
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
  const overdue = deadline !== undefined && deadline.lastDay < today && !waitsForClosingMonth(month);
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
