import { z } from 'zod';
import { branchMonthSummary } from './branch-month.ts';
import { id, month } from './primitives.ts';

/** `POST /branch-months`: opens a month of a branch; repeated, it answers the month that is open. */
export const openMonthRequest = z.strictObject({ branchId: id, period: month });
export const openedMonth = branchMonthSummary.pick({
  branchId: true,
  branchName: true,
  period: true,
  stage: true,
  round: true,
  counters: true,
});
