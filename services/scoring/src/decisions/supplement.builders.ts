import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { reachDeadline } from '../timing/reach-deadline.ts';
import { members, type October, upTo } from './october.builders.ts';

/** The last day of each step. */
export const lastDays = ({ deadlines }: BranchMonthRecord) => Object.fromEntries(deadlines.map(({ step, lastDay }) => [step, lastDay]));

/** The window in which the filing of a round may be returned is over. */
export const closeRound = ({ deps }: October, round = 1) =>
  reachDeadline(deps, { branchId: 'dongwan', period: '2026-10', step: 'return-window', round, now: deps.now(), audited: [] });

/** Member 8 applies when the others' list is filed already; their line follows when that list is closed. */
export async function supplementOfALateLine(world: October): Promise<void> {
  await upTo('filed', world, members.slice(0, -1));
  await world.apply(8, { actId: 'late', lateReason: '外出务工' });
  world.clock.set('2026-11-27T00:00:00+08:00');
  await closeRound(world);
}
