import type { NoticeRequest, NoticeTemplate } from '@jifen/contracts';
import { answerersOfOne, type BranchMonth, type BranchMonthEvent, objectionsOf, objectorOf } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { settledMembers } from '../branch-months/counters.ts';
import { monthStateOf } from '../branch-months/month-state.ts';
import { actorsOf, everyone, keepersOf, personOf } from '../branch-months/posts-held.ts';
import { deadlineOf, nextStepOf } from '../branch-months/step-deadline.ts';
import { processesHolding } from '../month-processes/open-processes.ts';
import { event as pending } from '../outbox/events.ts';
import { signals } from '../outbox/signals.ts';

export type Occasion = {
  before: BranchMonthRecord;
  after: BranchMonthRecord;
  happened: readonly BranchMonthEvent[];
  /** Names the write: the act, or the deadline reached. */
  cause: string;
  /** Holders of the supervising committee's post, where the change opens a step. */
  superiors: readonly string[];
  /** To whom an objection is brought (受理人), where the change posts a list. */
  objectionsTo?: { objectionsTo: string; objectionsTelephone: string };
  realNow: number;
};

type Notice = { template: NoticeTemplate; key: string; recipients: string[]; facts?: NoticeRequest['facts'] | undefined; mail?: boolean };

/** What the rest of the house must hear of a change, appended to the same write. */
export function consequencesOf(occasion: Occasion): PendingEvent[] {
  const each = occasion.happened.flatMap((event, index) => consequencesOfOne(occasion, event, `${occasion.cause}/${index}`));
  return [...each, ...settled(occasion), ...opened(occasion)];
}

function consequencesOfOne(occasion: Occasion, event: BranchMonthEvent, key: string): PendingEvent[] {
  const { after, realNow } = occasion;
  const { branchId, period } = after;
  const signal = (of: Parameters<typeof pending<'signal'>>[3]) => pending('signal', `${key}/${of.workflowId}`, realNow, of);
  const project = (actId: string) => pending('project', key, realNow, { branchId, period, actId });
  const notify = (notice: Omit<Notice, 'key'>) => noticeEvent(occasion, { ...notice, key });
  const notifyOnce = (notice: Omit<Notice, 'key'>) => (after.decidedWith ? [] : notify(notice));
  switch (event.type) {
    case 'applied':
      if (event.application !== 'on-behalf') return [];
      return [
        ...notify({ template: 'entered-on-behalf', recipients: personOf(after, event.line.memberId), mail: false }),
        ...(event.byTelephone ? [pending('plan-member-waits', key, realNow, {})] : []),
      ];
    case 'supplement-opened':
      return [pending('plan-member-waits', key, realNow, {})];
    case 'member-left': {
      const state = monthStateOf({ ...after, version: occasion.before.version + 1 });
      return [
        signal(signals.left(event.memberId, period)),
        ...processesHolding(after).map((id) => signal(signals.deadlinesChanged(id, { state }))),
      ];
    }
    case 'withdrawn':
      return withdrawn(occasion, event, { signal, project });
    case 'meeting-recorded':
      return event.meeting.outcome === 'carried' ? [project(event.actId)] : [];
    case 'posted':
      return notifyOnce({
        template: 'list-posted',
        recipients: everyone(after),
        facts: { postedOn: event.posting.postedOn, ...lastDayOf(after), ...occasion.objectionsTo },
      });
    case 'objected':
      return [
        ...notify({
          template: 'objection-raised',
          recipients: [...new Set([...keepersOf(after), ...answerersOfOne(after.state, event.objection)])],
          facts: { objectionId: event.objection.objectionId },
        }),
        pending('plan-member-waits', key, realNow, {}),
      ];
    case 'objection-answered': {
      const answered = notify({ template: 'objection-answered', ...objectorToTell(after.state, event.objectionId) });
      return event.upheld ? [project(event.actId), ...answered] : answered;
    }
    case 'received':
      return notifyOnce({ template: 'filing-received', recipients: keepersOf(after) });
    case 'returned':
      return notifyOnce({ template: 'filing-returned', recipients: keepersOf(after), facts: { backTo: event.backTo } });
    default:
      return [];
  }
}

/** Somebody outside the branch is told by whoever recorded it for them. */
function objectorToTell(state: BranchMonth, objectionId: string): Pick<Notice, 'recipients' | 'facts'> {
  const objection = objectionsOf(state).find((one) => one.objection.objectionId === objectionId)?.objection;
  const objector = objection && objectorOf(state, objection);
  if (objector) return { recipients: [objector], facts: { objectionId } };
  return { recipients: objection?.enteredBy ? [objection.enteredBy] : [], facts: { objectionId, handOver: 1 } };
}

type Senders = { signal: (of: ReturnType<typeof signals.settled>) => PendingEvent; project: (actId: string) => PendingEvent };

/** A withdrawn resolution is projected too: its rows are taken back. */
function withdrawn(
  { before }: Occasion,
  event: Extract<BranchMonthEvent, { type: 'withdrawn' }>,
  { signal, project }: Senders,
): PendingEvent[] {
  if (event.step === 'record-meeting') return [project(event.actId)];
  if (event.step !== 'apply') return [];
  const lines = before.state.rounds.flatMap((round) => round.lines);
  const memberId = lines.find((line) => line.claimed?.actId === event.withdraws)?.memberId;
  if (!memberId) return [];
  return [signal(signals.applicationWithdrawn(memberId, before.period, { actId: event.actId, at: event.at, withdraws: event.withdraws }))];
}

/** To the processes of members whose last line has closed. */
function settled({ before, after, cause, realNow }: Occasion): PendingEvent[] {
  const already = new Set(settledMembers(before.state));
  const now = settledMembers(after.state).filter((memberId) => !already.has(memberId));
  return now.map((memberId) =>
    pending('signal', `${cause}/settled/${memberId}`, realNow, signals.settled(memberId, after.period, { round: before.round })),
  );
}

function opened(occasion: Occasion): PendingEvent[] {
  const { before, after, cause, superiors } = occasion;
  if (before.stage === after.stage && before.round === after.round) return [];
  const { waits, actors } = nextStepOf(after);
  if (waits === null) return [];
  const recipients = actorsOf(after, actors, superiors);
  return noticeEvent(occasion, {
    template: 'step-opened',
    key: `${cause}/${after.stage}`,
    recipients,
    facts: { step: waits, ...lastDayOf(after) },
  });
}

function lastDayOf(record: BranchMonthRecord): { lastDay?: string } {
  const deadline = deadlineOf(record);
  return deadline ? { lastDay: deadline.lastDay } : {};
}

/** Nothing where nobody is to be told. */
export function noticeEvent(
  { after, realNow }: Pick<Occasion, 'after' | 'realNow'>,
  { template, key, recipients, facts = {}, mail = true }: Notice,
): PendingEvent[] {
  if (recipients.length === 0) return [];
  return [pending('notice', `${template}/${key}`, realNow, noticeOf(after, { template, key, recipients, facts, mail }))];
}

export function noticeOf(
  { path, branchId, branchName, period, round }: Pick<BranchMonthRecord, 'path' | 'branchId' | 'branchName' | 'period' | 'round'>,
  { template, key, recipients, facts = {}, mail = true }: Notice,
): NoticeRequest {
  const named = { branchName, ...facts };
  return { key: `${template}/${key}`, template, organisation: path, branchId, period, round, recipients, facts: named, mail };
}
