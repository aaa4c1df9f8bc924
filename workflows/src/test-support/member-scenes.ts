import { messages } from '@jifen/contracts';
import { at } from './deadlines.ts';
import { lateLineFollows } from './later-rounds.ts';
import { filed, posted, registered, resolved } from './scenes.ts';
import type { Story } from './story.ts';

/** One member has a last day of their own, was entered by telephone and waits in a supplement: all that a member's process tells of. */
export async function toldMember(story: Story): Promise<void> {
  const memberId = story.member(1);
  const own = {
    memberId,
    step: 'application',
    dueAt: at('2026-11-07'),
    lastDay: '2026-11-06',
    reminders: [{ at: at('2026-11-06', 9), n: 1, level: 0 }],
  };
  const entry = {
    memberId,
    step: 'entry-confirmation',
    since: at('2026-11-06', 10),
    reminders: [{ at: at('2026-11-11', 9), n: 1, level: 0 }],
  };
  const line = { memberId, step: 'waiting-line', since: at('2026-12-01'), reminders: [{ at: at('2026-12-08', 9), n: 1, level: 0 }] };
  const wait = (waits: object[]) => story.signal(story.memberMonth(1), messages.deadlinesChanged, { applicationDueAt: own.dueAt, waits });
  await story.begin(1);
  await wait([own]);
  await story.until(at('2026-11-06', 10));
  await story.apply(1);
  await wait([own, entry]);
  await registered(story);
  await resolved(story);
  await posted(story);
  await filed(story);
  await lateLineFollows(story);
  await wait([own, entry, line]);
  await story.until(at('2026-12-09'));
  await story.settle(1, 2);
  await story.result(story.memberMonth(1));
}

/** One member leaves the branch before having applied; the month goes on for the other. */
export async function leavingMember(story: Story): Promise<void> {
  await story.begin(2);
  await story.until(at('2026-10-28'));
  await story.signal(story.memberMonth(1), messages.left, undefined);
  story.scoring.record = { ...story.scoring.record, rosterHash: 'b1b2c3d4e5f60718', actIds: ['left'] };
  story.scoring.version += 1;
  const { state } = story.scoring;
  await story.signal(story.branchMonth, messages.deadlinesChanged, { state });
  await story.result(story.memberMonth(1));
  await story.apply(2);
  await registered(story);
}
