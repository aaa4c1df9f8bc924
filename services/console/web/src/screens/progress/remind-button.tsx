import type { BranchMonthStageName, BranchMonthSummary } from '@jifen/contracts';
import { waitedStepNames, waitedStepOfStage, words } from '@jifen/wording';
import { useReminder } from '../../api/reminders.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { waitsForClosingMonth } from '../../parts/decided-with.ts';
import { useSignedIn } from '../../parts/me.ts';
import { isSuperiorOf } from '../../parts/posts.ts';

/** In publicity nobody has to act, and a filing waits for the superior himself. */
const waitsForNobody: readonly BranchMonthStageName[] = ['publicity', 'filed', 'closed'];

/** 催办: for the superior of a branch whose step waits for somebody. */
export function RemindButton({ month }: { month: BranchMonthSummary }) {
  const me = useSignedIn();
  const reminder = useReminder();
  const { organisation, branchId, branchName, period, round, stage } = month;
  const step = waitsForNobody.includes(stage) || waitsForClosingMonth(month) ? undefined : waitedStepOfStage[stage];
  if (step === undefined || !isSuperiorOf(me, organisation)) return null;
  return (
    <ConfirmedButton
      size="small"
      aria-label={words.progress.remindOf(branchName, period)}
      question={words.progress.remindConfirm(branchName, period, waitedStepNames[step])}
      onConfirm={() => reminder.mutate({ organisation, branchId, period, round, step })}
      loading={reminder.isPending}
    >
      {words.progress.remind}
    </ConfirmedButton>
  );
}
