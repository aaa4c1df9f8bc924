import type { BranchMonthScreen } from '@jifen/contracts';
import { formatDay, stepMarks, stepNames, stepOfStage, type waitedStepNames, words } from '@jifen/wording';

const waitedAt: readonly (keyof typeof waitedStepNames)[] = ['application', 'registration', 'review', 'meeting', 'posting', 'filing'];

/** ③ to ⑧, where the month stands, and each step's last day. */
export function Steps({ month }: { month: BranchMonthScreen }) {
  const now = stepOfStage[month.stage];
  return (
    <ol className="steps" aria-label={words.branchMonth.stepsLabel}>
      {stepNames.map((name, index) => {
        const deadline = month.deadlines.find(({ step }) => step === waitedAt[index]);
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
