import type { OutstandingAnswer, RemindedStepName } from '@jifen/contracts';
import { unconfirmedEntries, waitingLines, waitingReasonOf } from '@jifen/domain';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

type Asked = { step: RemindedStepName; memberId: string; level: number; superiors: readonly string[]; now: number };
type Told = Pick<OutstandingAnswer, 'open' | 'people'> & Partial<Pick<OutstandingAnswer, 'lastDay' | 'because'>>;

const nobody: Told = { open: false, people: [] };

/** Who is told now of what one member's own process waits for. */
export function memberOutstanding(record: BranchMonthRecord, asked: Asked): Told {
  if (asked.step === 'application') return ownApplication(record, asked);
  if (asked.step === 'entry-confirmation') return unconfirmedEntry(record, asked);
  return asked.step === 'waiting-line' ? waitingLine(record, asked) : nobody;
}

/** The own last day (个别延期), while the member may still apply in time. */
function ownApplication({ state, memberWaits = [] }: BranchMonthRecord, { memberId, now }: Asked): Told {
  const participant = state.participants.find((one) => one.memberId === memberId);
  const wait = memberWaits.find((one) => one.memberId === memberId && one.step === 'application');
  const isOpen = participant?.application === 'waiting-application' && wait?.dueAt !== undefined && now < wait.dueAt;
  if (!participant || !isOpen) return nobody;
  const people = [{ personId: participant.personId, memberId, reason: 'has-to-act' as const }];
  return { open: true, people, ...(wait.lastDay ? { lastDay: wait.lastDay } : {}) };
}

/** First the member is asked, then whoever entered for the branch. */
function unconfirmedEntry({ state }: BranchMonthRecord, { memberId, level }: Asked): Told {
  const entry = unconfirmedEntries(state).find((one) => one.memberId === memberId);
  const member = state.participants.find((one) => one.memberId === memberId);
  if (!entry || !member) return nobody;
  const asked = level === 0 ? { personId: member.personId, memberId } : { personId: state.posts.recorder };
  return { open: true, people: [{ ...asked, reason: 'has-to-act' }] };
}

/** The member is told why, and the level above that it waits. */
function waitingLine({ state }: BranchMonthRecord, { memberId: id, superiors }: Asked): Told {
  const line = waitingLines(state).find((one) => one.memberId === id);
  const member = state.participants.find((one) => one.memberId === id);
  if (!line || !member) return nobody;
  const above = superiors.map((personId) => ({ personId, reason: 'supervises' as const }));
  const people = [{ personId: member.personId, memberId: id, reason: 'waits' as const }, ...above];
  return { open: true, people, because: waitingReasonOf(state, line.memberId) };
}
