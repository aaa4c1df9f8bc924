import { type AllowedAction, type Todo, todoKind } from '@jifen/contracts';
import { answerersOfOne, openObjections } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { z } from 'zod';
import { organisationsOf } from '../access/access.ts';
import type { Act, ActStore } from '../acts/act.store.ts';
import type { BranchMonthStore, MonthInHand } from '../branch-months/branch-month.store.ts';
import { firstDueOf } from '../branch-months/objection-waits.ts';
import { withPostsHeld } from '../branch-months/posts-held.ts';
import { deadlineOf, isOverdue } from '../branch-months/step-deadline.ts';
import type { CardStore } from '../cards/card.store.ts';
import { allowedActions } from '../overview/allowed-actions.ts';

type Ports = {
  months: Pick<BranchMonthStore, 'open' | 'filed'>;
  acts: Pick<ActStore, 'refusedLate'>;
  cards: Pick<CardStore, 'branches'>;
};
type Kind = z.infer<typeof todoKind>;

const ofTheBranch = ['member', 'recorder', 'committee-member', 'secretary'];
const monthsLimit = 100;
const refusalsShownMs = 30 * 86_400_000;

/** What a person has to do now, over all their posts: the most urgent first. */
export async function listTodos(ports: Ports, { caller, now }: { caller: Caller; now: number }): Promise<Todo[]> {
  const { personId } = caller;
  if (personId === undefined) return [];
  const [own, filed, refused] = await Promise.all([
    openMonths(ports, organisationsOf(caller, now, ofTheBranch)),
    filedMonths(ports, organisationsOf(caller, now, ['supervising-committee'])),
    ports.acts.refusedLate({ personId, since: now - refusalsShownMs }),
  ]);
  const months = new Map([...own, ...filed].map((record) => [record._id, record]));
  const held = await asHeld(ports, [...months.values()], now);
  const todos = held.flatMap((record) => todosOf(record, { caller, now }));
  return [...todos.sort(byUrgency), ...(await refusals(ports, refused))];
}

const openMonths = async ({ months }: Ports, scopes: string[]) => (scopes.length === 0 ? [] : months.open({ scopes, limit: monthsLimit }));

const filedMonths = async ({ months }: Ports, scopes: string[]) =>
  scopes.length === 0 ? [] : months.filed({ scopes, limit: monthsLimit });

async function asHeld({ cards }: Ports, months: readonly MonthInHand[], now: number): Promise<MonthInHand[]> {
  const branches = new Map((await cards.branches(months.map(({ branchId }) => branchId))).map((card) => [card.branchId, card]));
  return months.map((month) => withPostsHeld(month, branches.get(month.branchId), now));
}

const byUrgency = (a: Todo, b: Todo) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER);

/** A late application is allowed, but nobody waits for it. */
const kindOf = (action: AllowedAction, { stage }: MonthInHand): Kind | undefined =>
  action === 'apply' && stage !== 'applying' ? undefined : todoKind.safeParse(action).data;

function todosOf(record: MonthInHand, asker: { caller: Caller; now: number }): Todo[] {
  const { branchId, branchName, period, round, counters } = record;
  return allowedActions(record, asker).flatMap((action) => {
    const kind = kindOf(action, record);
    if (!kind) return [];
    const isAnswer = kind === 'answer-objection';
    const deadline = isAnswer ? ownAnswerDue(record, asker.caller) : deadlineOf(record);
    return [
      {
        key: `${branchId}/${period}/${kind}/${round}`,
        kind,
        branchId,
        branchName,
        period,
        round,
        ...(deadline ? { lastDay: deadline.lastDay, dueAt: deadline.dueAt } : {}),
        overdue: isAnswer ? deadline !== undefined && asker.now >= deadline.dueAt : isOverdue(record, asker.now),
        facts: { due: counters.due, applied: counters.applied + counters.onBehalf + counters.late },
      },
    ];
  });
}

/** Of the objections that they may answer, the one that is due first. */
function ownAnswerDue(record: MonthInHand, { personId }: Caller) {
  const theirs = openObjections(record.state).filter((one) => answerersOfOne(record.state, one).some((person) => person === personId));
  return firstDueOf(record, theirs);
}

async function refusals({ cards }: Ports, refused: readonly Act[]): Promise<Todo[]> {
  if (refused.length === 0) return [];
  const branches = await cards.branches(refused.map(({ branchId }) => branchId));
  return refused.map(({ _id, branchId, period, round, kind, refusal }) => ({
    key: `decision-refused/${_id}`,
    kind: 'decision-refused',
    branchId,
    branchName: branches.find((card) => card.branchId === branchId)?.name ?? '',
    period,
    round,
    overdue: false,
    facts: { actId: _id, decision: kind, code: refusal?.code ?? '' },
  }));
}
