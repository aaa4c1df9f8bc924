import type { ApplyAnswer, ReachAnswer, ReachRequest, ReminderRequest } from '@jifen/contracts';

/** What the processes ask of the services. Each may be repeated without a second effect. */
export type Activities = {
  applyAct(asked: { actId: string }): Promise<ApplyAnswer>;
  reachDeadline(asked: ReachRequest & { branchId: string; period: string }): Promise<ReachAnswer>;
  remindOutstanding(asked: ReminderRequest): Promise<void>;
};
