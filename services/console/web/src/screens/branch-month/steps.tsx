import type { BranchMonthScreen } from '@jifen/contracts';
import { firstMark, formatDay, stepMarks, stepNames, words } from '@jifen/wording';

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
