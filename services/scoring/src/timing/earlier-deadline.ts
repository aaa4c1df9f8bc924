import type { PendingEvent } from '@jifen/service-kit';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { actorsOf, holdersOf, onScreen } from '../branch-months/posts-held.ts';
import { deadlineOf, nextStepOf } from '../branch-months/step-deadline.ts';
import type { CardStore } from '../cards/card.store.ts';
import { noticeEvent } from '../month-acts/consequences.ts';

type Moved = { before: BranchMonthRecord; after: BranchMonthRecord; version: number; now: number; realNow: number };

/** Whoever is waited for is told when their last day has become an earlier one: they plan by the day they were told. */
export async function tellEarlierDeadline(
  cards: Pick<CardStore, 'branch'>,
  { before, after, version, now, realNow }: Moved,
): Promise<PendingEvent[]> {
  const [told, fresh] = [deadlineOf(before), deadlineOf(after)];
  if (!told || !fresh || fresh.lastDay >= told.lastDay) return [];
  const { actors, waits: step } = nextStepOf(after);
  if (step === null) return [];
  const card = actors === 'supervising-committee' ? await cards.branch(after.branchId) : undefined;
  const superiors = card ? holdersOf(card, 'supervising-committee', now) : [];
  const recipients = step === 'application' ? onScreen(after) : actorsOf(after, actors, superiors);
  const facts = { step, lastDay: fresh.lastDay, lastDayBefore: told.lastDay };
  return noticeEvent({ after, realNow }, { template: 'step-opened', key: `${after._id}/${version}/earlier`, recipients, facts });
}
