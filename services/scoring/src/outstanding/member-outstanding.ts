import type { OutstandingAnswer, RemindedStepName } from '@jifen/contracts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

type Asked = { step: RemindedStepName; memberId: string; level: number; superiors: readonly string[]; now: number };
type Told = Pick<OutstandingAnswer, 'open' | 'people'> & Partial<Pick<OutstandingAnswer, 'lastDay' | 'because'>>;

const nobody: Told = { open: false, people: [] };

/** Who is told now of what one member's own process waits for. */
export function memberOutstanding(record: BranchMonthRecord, asked: Asked): Told {
  return asked.step === 'application' ? ownApplication(record, asked) : nobody;
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
