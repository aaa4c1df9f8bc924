import type { BranchMonthScreen, BranchMonthSummary, JointView } from '@jifen/contracts';

/** Whether a month only waits for what a later month decides for it (季度评议, 合并评议): nobody acts in it, or is late. */
export const waitsForClosingMonth = ({ next }: Pick<BranchMonthSummary, 'next'>): boolean => next?.rests === 'decided-elsewhere';

/** The evaluation whose common list the present round of its closing month is; a supplement is by month. */
export const commonRound = ({ joint, period, round }: BranchMonthScreen): JointView | undefined =>
  joint?.closing === period && joint.lists.some((list) => list.round === round) ? joint : undefined;
