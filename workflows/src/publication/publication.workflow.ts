import { type PublicationEndedMessage, type PublicationInput, type PublicationResult, processIds } from '@jifen/contracts';
import { continueAsNew, getExternalWorkflowHandle, log, setHandler } from '@temporalio/workflow';
import { publicationEnded } from '../branch-month/branch-month.messages.ts';
import type { DecisionStages } from '../keeping/check-decision.ts';
import { handlersFinished, historyIsFull } from '../keeping/history-limit.ts';
import { MonthKeeper } from '../keeping/month-keeper.ts';
import { objectionRaised } from './publication.messages.ts';

const decisions: DecisionStages = {
  post: ['posting'],
  'answer-objection': ['publicity', 'filing', 'filed'],
  file: ['filing'],
  receive: ['filed'],
  return: ['filed'],
  withdraw: ['publicity', 'filing', 'filed'],
};

/** One round of publication: posting, publicity with its objections, filing, the window in which it may be returned. */
export async function publication(input: PublicationInput): Promise<PublicationResult> {
  const { round } = input.state;
  const openObjections = [...input.openObjections];
  const month = new MonthKeeper(input, { decisions, reminds: (step) => step !== 'publicity' || openObjections.length > 0 });
  setHandler(objectionRaised, ({ actId }) => {
    openObjections.push(actId);
    month.take();
  });
  const isOver = () => month.state.stage === 'closed' || month.state.round > round;

  await month.keepUntil(() => isOver() || historyIsFull());
  await handlersFinished();
  if (!isOver()) {
    const { state, clock, reminded } = month;
    return continueAsNew<typeof publication>({ ...input, state, clock, openObjections, reminded });
  }
  const result: PublicationResult = { outcome: month.lastKind === 'return' ? 'returned' : 'closed', state: month.state };
  await tellBranchMonth(input, { round, ...result, clock: month.clock });
  return result;
}

/** After the branch's month has ended, a later round has nobody to tell. */
async function tellBranchMonth({ branchId, period }: PublicationInput, ended: PublicationEndedMessage): Promise<void> {
  const branchMonth = getExternalWorkflowHandle(processIds.branchMonth(branchId, period));
  await branchMonth.signal(publicationEnded, ended).catch((error: unknown) => log.info('nobody waits for this round', { error }));
}
