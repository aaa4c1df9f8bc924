import { type KeptState, type PublicationEndedMessage, type PublicationInput, processIds } from '@jifen/contracts';
import { continueAsNew, getExternalWorkflowHandle, log } from '@temporalio/workflow';
import { publicationEnded } from '../branch-month/branch-month.messages.ts';
import { ofMonth } from '../keeping/ask-services.ts';
import { handlersFinished, historyIsFull } from '../keeping/history-limit.ts';
import { Keeper } from '../keeping/keeper.ts';

/** One round of publication: posting, publicity with its objections, filing, the window in which it may be returned. */
export async function publication(input: PublicationInput): Promise<KeptState> {
  const { branchId, period } = input;
  const list = new Keeper({ ...input, subject: { branchId, period } }, ofMonth);
  const isOver = () => list.state.process === undefined || list.state.round > input.state.round;

  await list.keepUntil(() => isOver() || historyIsFull());
  await handlersFinished();
  const { state, clock, reminded } = list;
  if (!isOver()) return continueAsNew<typeof publication>({ ...input, state, clock, reminded });
  await tellBranchMonth(input, { state, clock });
  return state;
}

/** After the branch's month has ended, a later round has nobody to tell. */
async function tellBranchMonth({ branchId, period }: PublicationInput, ended: PublicationEndedMessage): Promise<void> {
  const branchMonth = getExternalWorkflowHandle(processIds.branchMonth(branchId, period));
  await branchMonth.signal(publicationEnded, ended).catch((error: unknown) => log.info('nobody waits for this round', { error }));
}
