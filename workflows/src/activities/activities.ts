import type {
  ApplyAnswer,
  CountyBranchesAnswer,
  CountyMonthKey,
  OpenBranchAnswer,
  ReachAnswer,
  ReachRequest,
  ReminderRequest,
} from '@jifen/contracts';

/** What the processes ask of the services. Each may be repeated without a second effect. */
export type Activities = {
  applyAct(asked: { actId: string }): Promise<ApplyAnswer>;
  reachDeadline(asked: ReachRequest & { branchId: string; period: string }): Promise<ReachAnswer>;
  remindOutstanding(asked: ReminderRequest): Promise<void>;
};

/** What opens a county's months. Each may be repeated without a second effect. */
export type CountyActivities = {
  beginCountyMonth(asked: CountyMonthKey): Promise<void>;
  listCountyBranches(asked: { countyId: string; after?: string; limit: number }): Promise<CountyBranchesAnswer>;
  openBranchMonth(asked: CountyMonthKey & { branchId: string }): Promise<OpenBranchAnswer>;
  finishCountyMonth(asked: CountyMonthKey): Promise<void>;
};
