import type { BranchMonthScreen, BranchMonthStageName, BranchMonthSummary, JointView } from '@jifen/contracts';

const decidedOnce: readonly BranchMonthStageName[] = ['meeting', 'posting', 'publicity', 'filing', 'filed'];

/** Whether a month only waits for what a later month decides for it (季度评议, 合并评议): nobody acts in it, or is late. */
export const waitsForClosingMonth = ({ stage, decidedWith }: Pick<BranchMonthSummary, 'stage' | 'decidedWith'>): boolean =>
  decidedWith !== undefined && decidedOnce.includes(stage);

/** The evaluation whose common list the present round of its closing month is; a supplement is by month. */
export const commonRound = ({ joint, period, round }: BranchMonthScreen): JointView | undefined =>
  joint?.closing === period && joint.lists.some((list) => list.round === round) ? joint : undefined;
