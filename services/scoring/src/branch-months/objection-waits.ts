import type { DeadlinesRequest, ObjectionWait } from '@jifen/contracts';
import { type Objection, openObjections } from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { MonthInHand } from './branch-month.store.ts';

type Waiting = Pick<MonthInHand, 'stage' | 'state' | 'objectionWaits'>;

/** What is asked of the calendar for every objection without an answer. */
export const objectionRequests = ({ state }: Pick<Waiting, 'state'>): Extract<DeadlinesRequest, { kind: 'objection' }>[] =>
  openObjections(state).map(({ objectionId, at }) => ({ kind: 'objection', objectionId, raisedAt: at }));

/** Of these objections the one that is due first. */
export function firstDueOf({ objectionWaits = [] }: Waiting, objections: readonly Objection[]): ObjectionWait | undefined {
  const ids = new Set<string>(objections.map(({ objectionId }) => objectionId));
  return objectionWaits.filter(({ objectionId }) => ids.has(objectionId)).toSorted((a, b) => a.dueAt - b.dueAt)[0];
}

/** The objection whose answer is due first, where the month stands at a step in which it can be given. */
export function nextObjectionWait(month: Waiting): ObjectionWait | undefined {
  const step = stepAt(month.stage);
  const isAnswered = step !== undefined && Object.hasOwn(step.decides, 'answer-objection');
  return isAnswered ? firstDueOf(month, openObjections(month.state)) : undefined;
}
