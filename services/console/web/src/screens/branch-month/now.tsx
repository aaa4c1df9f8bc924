import type { BranchMonthScreen } from '@jifen/contracts';
import { firstMark, formatDay, nameIn, roleNames, stageNames, stepMarks, stepNames, words } from '@jifen/wording';
import { Alert, Tag } from 'antd';
import { waitsForClosingMonth } from '../../parts/months.ts';

/** ⑥ 党员大会评定. */
const meetingMark = 6;

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
  const { stage, waitingFor, workingDaysLeft, meetingOn, today, round, next } = month;
  if (stage === 'closed') return <p className="now">{words.branchMonth.closed}</p>;
  const lastDay = next?.lastDay;
  const overdue = lastDay !== undefined && lastDay < today && !waitsForClosingMonth(month);
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
      {lastDay !== undefined ? (
        <div className={overdue ? 'changed' : undefined}>
          {words.branchMonth.deadline(lastDay)}
          {overdue ? ` ${words.shell.overdue}` : null}
          {!overdue && !publicity && workingDaysLeft !== undefined ? words.branchMonth.left(workingDaysLeft) : null}
        </div>
      ) : null}
      {meetingOn !== undefined && next !== undefined && next.mark <= meetingMark ? (
        <div className="muted">{words.branchMonth.meetingOn(meetingOn)}</div>
      ) : null}
    </div>
  );
}

/** Before its list is made: what its year to date will do without. */
export function OpenBefore({ month: { stage, openBefore } }: { month: BranchMonthScreen }) {
  if (openBefore.length === 0 || (stage !== 'meeting' && stage !== 'posting')) return null;
  return <Alert type="warning" showIcon title={words.branchMonth.openBefore(openBefore)} />;
}

/** ③ to ⑧, where the month stands, and each step's last day. */
export function Steps({ month }: { month: BranchMonthScreen }) {
  const now = month.next ? month.next.mark - firstMark : stepNames.length;
  return (
    <ol className="steps" aria-label={words.branchMonth.stepsLabel}>
      {stepNames.map((name, index) => {
        const deadline = month.deadlines.find(({ mark }) => mark - firstMark === index);
        const state = index < now ? 'done' : index === now ? 'now' : 'later';
        return (
          <li key={name} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {stepMarks[index]} {name}
            {deadline ? <small>{formatDay(deadline.lastDay)}</small> : null}
          </li>
        );
      })}
    </ol>
  );
}

/** 以前月份补录: from what, when and by whom; and why the steps before the meeting are empty. */
export function BroughtIn({ month: { broughtIn } }: { month: BranchMonthScreen }) {
  if (broughtIn === undefined) return null;
  const { role, at, source } = broughtIn;
  return (
    <Alert type="info" showIcon title={words.earlierMonths.notice(roleNames[role], at, source)} description={words.earlierMonths.hint} />
  );
}
