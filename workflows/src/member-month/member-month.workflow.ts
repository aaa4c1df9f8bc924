import {
  type ActMessage,
  businessTime,
  type Clock,
  type MemberMonthInput,
  messages,
  queues,
  type WithdrawnMessage,
} from '@jifen/contracts';
import {
  decideMemberMonth,
  evolveMemberMonth,
  initialMemberMonth,
  type MemberMonth,
  type MemberMonthDecision,
  memberId,
} from '@jifen/domain';
import { condition, continueAsNew, defineSignal, log, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { historyIsFull, memberHistoryLimit } from '../keeping/history-limit.ts';
import { clockChanged, deadlinesChanged } from '../keeping/keeper.messages.ts';
import { laterOf, realDelay } from '../timing/business-clock.ts';
import { afterApplication, afterWithdrawal, carried } from './standing-applications.ts';
import { stillToTell, type Telling } from './waits.ts';

const applied = defineSignal<[ActMessage]>(messages.applied);
const applicationWithdrawn = defineSignal<[WithdrawnMessage]>(messages.applicationWithdrawn);
const settled = defineSignal<[{ round: number }]>(messages.settled);
const left = defineSignal(messages.left);

/** What is told may take eight more events before a run is looked at again. */
const tellingHistoryLimit = memberHistoryLimit - 4;
const never = Number.POSITIVE_INFINITY;

export type MemberMonthResult = { outcome: 'settled' | 'left'; application: MemberMonth['status'] };

/**
 * A member's month: the application until its deadline, or late; then the result is waited for. Only where a member has something of their
 * own to be told of does it ask a service.
 */
export async function memberMonth(input: MemberMonthInput): Promise<MemberMonthResult> {
  let { clock } = input;
  let month = initialMemberMonth(memberId(input.memberId), input.applicationDueAt);
  let applications = carried(input.application);
  let { waits = [], told = [] } = input;
  let outcome: MemberMonthResult['outcome'] | undefined;
  let changes = 0;

  const decide = (decision: MemberMonthDecision, at: number) => {
    const decided = decideMemberMonth(month, decision, at);
    if (decided.ok) month = decided.value.reduce(evolveMemberMonth, month);
    changes += 1;
  };
  const isDue = () => month.status === 'waiting-application' && businessTime(clock, Date.now()) >= month.applicationBy;
  const end = (how: MemberMonthResult['outcome']) => {
    if (isDue()) decide({ kind: 'close-applications' }, month.applicationBy);
    outcome ??= how;
    changes += 1;
  };
  setHandler(applied, ({ actId, at }) => {
    applications = afterApplication(applications, actId);
    if (applications.standing.includes(actId)) decide({ kind: 'apply' }, at);
  });
  setHandler(applicationWithdrawn, ({ withdraws, at }) => {
    applications = afterWithdrawal(applications, withdraws);
    if (applications.standing.length === 0) decide({ kind: 'withdraw-application' }, at);
  });
  setHandler(settled, () => end('settled'));
  setHandler(left, () => end('left'));
  setHandler(deadlinesChanged, (message) => {
    clock = laterOf(clock, message.clock);
    waits = message.waits ?? waits;
    const applicationBy = message.applicationDueAt ?? month.applicationBy;
    decide({ kind: 'move-deadline', applicationBy }, businessTime(clock, Date.now()));
  });
  setHandler(clockChanged, (message) => {
    clock = laterOf(clock, message.clock);
    changes += 1;
  });
  if (input.application) month = evolveMemberMonth(month, { type: 'applied', at: input.application.at, late: input.application.late });
  else if (input.applied) decide({ kind: 'apply' }, input.clock.anchorBusiness);

  while (!outcome) {
    const seen = changes;
    const changed = () => changes !== seen;
    const [next] = stillToTell(waits, told);
    const isToTell = next !== undefined && businessTime(clock, Date.now()) >= next.at;
    if (historyIsFull(isToTell ? tellingHistoryLimit : memberHistoryLimit))
      return continueAsNew<typeof memberMonth>({ ...inputOfNextRun(input, clock, month, applications.standing.at(-1)), waits, told });
    if (isDue()) decide({ kind: 'close-applications' }, month.applicationBy);
    else if (isToTell) {
      await tell(input, next);
      told = [...told, { step: next.step, at: next.at, n: next.n }];
    } else {
      const until = Math.min(month.status === 'waiting-application' ? month.applicationBy : never, next?.at ?? never);
      const delay = until === never ? undefined : realDelay(clock, Date.now(), until);
      await (delay === undefined ? condition(changed) : condition(changed, delay));
    }
  }
  return { outcome, application: month.status };
}

function inputOfNextRun(
  { memberId, branchId, period }: MemberMonthInput,
  clock: Clock,
  month: MemberMonth,
  actId: string | undefined,
): MemberMonthInput {
  const next = { memberId, branchId, period, clock, applicationDueAt: month.applicationBy };
  if (month.status !== 'applied' && month.status !== 'late') return next;
  return { ...next, application: { ...(actId ? { actId } : {}), at: month.at, late: month.status === 'late' } };
}

/** The member worker runs no activity: those few who are told go by the branch's. */
const { remindOutstanding } = proxyActivities<Activities>({
  taskQueue: queues.branch,
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 minutes' },
  scheduleToCloseTimeout: '1 day',
});

/** Who is to be told is asked when it is sent; what could not be handed over for a whole day is given up. */
async function tell({ memberId, branchId, period }: MemberMonthInput, { step, at, n, level }: Telling): Promise<void> {
  const asked = { branchId, period, round: 1, step, memberId, n, level, plannedFor: at };
  await remindOutstanding(asked).catch((error: unknown) => log.warn('a member was not told', { step, n, error }));
}
