import type { BranchMonthInput } from '@jifen/contracts';
import { condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { DecisionStages } from '../keeping/check-decision.ts';
import { handlersFinished, historyIsFull } from '../keeping/history-limit.ts';
import { MonthKeeper } from '../keeping/month-keeper.ts';
import { meetingStages } from '../timing/steps.ts';
import { publicationEnded } from './branch-month.messages.ts';
import { Projections } from './projections.ts';
import { startMemberMonths } from './start-member-months.ts';
import { startPublication } from './start-publication.ts';

const decisions: DecisionStages = {
  register: ['applying', 'registering', 'reviewing'],
  review: ['reviewing'],
  'review-own-line': ['reviewing', 'meeting'],
  'record-meeting': ['meeting'],
  withdraw: ['applying', 'registering', 'reviewing', 'meeting', 'posting'],
};

/** A branch's month: application, registration, review and meeting, then one publication after the other until it is closed. */
export async function branchMonth(input: BranchMonthInput): Promise<void> {
  const { branchId, period } = input;
  const month = new MonthKeeper(input, { decisions });
  const projections = new Projections(() => month.take());
  setHandler(publicationEnded, ({ round, state, clock }) => {
    month.hearOf(clock);
    if (round >= month.state.round) month.take(state);
  });
  const isClosed = () => month.state.stage === 'closed';
  const isPublic = () => !isClosed() && !meetingStages.includes(month.state.stage);

  await startMemberMonths(input);
  while (!isClosed() && !historyIsFull()) {
    await month.keepUntil(() => isPublic() || isClosed() || historyIsFull());
    await condition(() => !isPublic() || !projections.areMissing(month.state) || historyIsFull());
    if (!isPublic() || historyIsFull()) continue;
    projections.use();
    month.take({ ...month.state, awaitingProjection: false });
    const { state, clock } = month;
    const openObjections = state.round === input.state.round ? (input.openObjections ?? []) : [];
    await startPublication({ branchId, period, state, clock, openObjections });
    await condition(() => !isPublic() || month.state.round > state.round || historyIsFull());
  }
  await handlersFinished();
  if (isClosed()) return;
  const { clock, reminded } = month;
  const state = { ...month.state, awaitingProjection: projections.areMissing(month.state) };
  const { applicationDueAt } = input;
  await continueAsNew<typeof branchMonth>({ branchId, period, memberIds: [], state, clock, applicationDueAt, resume: true, reminded });
}
