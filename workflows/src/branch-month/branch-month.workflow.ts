import type { BranchMonthInput } from '@jifen/contracts';
import { condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { ofMonth } from '../keeping/ask-services.ts';
import { handlersFinished, historyIsFull } from '../keeping/history-limit.ts';
import { Keeper } from '../keeping/keeper.ts';
import { projected, publicationEnded } from './branch-month.messages.ts';
import { startMemberMonths } from './start-member-months.ts';
import { startPublication } from './start-publication.ts';

/** A branch's month: application, registration, review and meeting, then one publication after the other until it is closed. */
export async function branchMonth(input: BranchMonthInput): Promise<void> {
  const { branchId, period, applicationDueAt } = input;
  const month = new Keeper({ ...input, subject: { branchId, period } }, ofMonth);
  setHandler(projected, (message) => month.hear(message));
  setHandler(publicationEnded, (message) => month.hear(message));
  const isClosed = () => month.state.process === undefined;
  const isPublic = () => month.state.process === 'publication';

  await startMemberMonths(input);
  while (!isClosed() && !historyIsFull()) {
    await month.keepUntil(() => isPublic() || isClosed() || historyIsFull());
    await condition(() => !isPublic() || !month.state.awaitingProjection || historyIsFull());
    if (!isPublic() || historyIsFull()) continue;
    const { state, clock } = month;
    await startPublication({ branchId, period, state, clock });
    await condition(() => !isPublic() || month.state.round > state.round || historyIsFull());
  }
  await handlersFinished();
  if (isClosed()) return;
  const { state, clock, reminded } = month;
  await continueAsNew<typeof branchMonth>({ branchId, period, memberIds: [], state, clock, applicationDueAt, resume: true, reminded });
}
