import type { BranchMonthSummary } from '@jifen/contracts';
import { waitedStepNames, words } from '@jifen/wording';
import { useReminder } from '../../api/commands.ts';
import { ConfirmedButton } from '../../parts/confirmed-button.tsx';
import { useSignedIn } from '../../parts/me.ts';
import { isSuperiorOf } from '../../parts/posts.ts';

/** 催办: for the superior of a branch whose step waits for somebody. */
export function RemindButton({ month }: { month: BranchMonthSummary }) {
  const me = useSignedIn();
  const reminder = useReminder();
  const { organisation, branchId, branchName, period, round, next } = month;
  if (!next?.reminds || !isSuperiorOf(me, organisation)) return null;
  const { step } = next;
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
