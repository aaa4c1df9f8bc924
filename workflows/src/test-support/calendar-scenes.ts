import { messages } from '@jifen/contracts';
import { aDeadline, at } from './deadlines.ts';
import type { Story } from './story.ts';

/** The party day moves by a week, after the applications have begun. */
export async function changedPartyDay(story: Story): Promise<void> {
  const changed = [
    aDeadline('application', '2026-11-12'),
    aDeadline('registration', '2026-11-13'),
    aDeadline('review', '2026-11-17'),
    aDeadline('meeting', '2026-11-30'),
  ];
  await story.begin(1);
  await story.until(at('2026-11-05', 20));
  await story.reschedule(changed);
  await story.signal(story.memberMonth(1), messages.deadlinesChanged, { applicationDueAt: at('2026-11-13') });
  await story.until(at('2026-11-12', 20));
  await story.apply(1);
  await story.until(at('2026-11-13', 10));
  await story.stage('registering');
  await story.decide('registration', { kind: 'register' });
  await story.settle(1);
}
