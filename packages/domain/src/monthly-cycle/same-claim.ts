import type { Instant } from '../calendar/local-date.ts';
import type { Entry, MonthLine } from '../evaluation/month-line.ts';
import type { BranchMonth, Participant } from './branch-month.ts';
import { applicationByOf } from './own-deadline.ts';

const entryText = ({ item, amount, note, evidence }: Entry) => JSON.stringify([item, amount, note, evidence]);

function essence({ base, task, reward }: MonthLine): string {
  const claimed =
    task.kind === 'fulfilments' ? task.fulfilments.map((one) => JSON.stringify([one.pledgeId, one.rate, one.note])).sort() : task;
  return JSON.stringify([base.map(entryText).sort(), claimed, reward.map(entryText).sort()]);
}

/** Regulation 2-2 step 3 (A19): an application after the deadline is late, but not one that came in time, was withdrawn and comes again unchanged. */
export function comesLate(month: Pick<BranchMonth, 'applicationBy'>, applicant: Participant, line: MonthLine, at: Instant): boolean {
  const { withdrawn } = applicant;
  const keepsItsDay = withdrawn?.inTime === true && essence(withdrawn.line) === essence(line);
  return at >= applicationByOf(month, applicant) && !keepsItsDay;
}
