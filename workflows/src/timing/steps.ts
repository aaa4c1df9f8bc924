import type { BranchMonthStageName, WaitedStep } from '@jifen/contracts';

/** The stages of the meeting's side; the others belong to the publication of their round. */
export const meetingStages: readonly BranchMonthStageName[] = ['applying', 'registering', 'reviewing', 'meeting'];

/** What is waited for in a stage. */
export const stepOfStage: Record<BranchMonthStageName, WaitedStep | undefined> = {
  applying: 'application',
  registering: 'registration',
  reviewing: 'review',
  meeting: 'meeting',
  posting: 'posting',
  publicity: 'publicity',
  filing: 'filing',
  filed: 'return-window',
  closed: undefined,
};

/** The steps that end when their time is over. All others wait for people: silence never approves. */
export const passingSteps: readonly WaitedStep[] = ['application', 'publicity', 'return-window'];
