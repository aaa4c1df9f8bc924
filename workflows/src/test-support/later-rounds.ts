import { at } from './deadlines.ts';
import { filed, posted, registered, resolved } from './scenes.ts';
import type { Story } from './story.ts';

/** The committee above returns the list to its posting; it is posted and filed a second time. */
export async function returnedMonth(story: Story): Promise<void> {
  await story.begin(2);
  await registered(story);
  await resolved(story);
  await posted(story);
  await filed(story);
  await story.until(at('2026-11-24', 10));
  await story.decide('return', { kind: 'return', backTo: 'posting' });
  await story.decide('posting-2', { kind: 'post' });
  await story.stage('filing', 2);
  await story.decide('filing-2', { kind: 'file' });
  await story.result(story.branchMonth);
}

/** One line is held back by an objection; the rest is filed on time, the line follows as a supplement. */
export async function objectionMonth(story: Story): Promise<void> {
  await story.begin(2);
  await registered(story);
  await resolved(story);
  await posted(story);
  await story.until(at('2026-11-16', 10));
  await story.decide('answer', { kind: 'answer-objection' });
  await filed(story);
  story.scoring.supplement = 'posting';
  await story.until(at('2026-12-01', 8));
  await story.stage('posting', 2);
  await story.decide('posting-2', { kind: 'post' });
  await story.stage('filing', 2);
  await story.decide('filing-2', { kind: 'file' });
  await story.result(story.branchMonth);
}

/** The list is filed; when its window for a return is over, a late line follows as a supplement that begins with its registration. */
export async function supplementBegun(story: Story): Promise<void> {
  await story.begin(1);
  await registered(story);
  await resolved(story);
  await posted(story);
  await filed(story);
  await lateLineFollows(story);
}

export async function lateLineFollows(story: Story): Promise<void> {
  story.scoring.supplement = 'registering';
  await story.until(at('2026-12-01', 8));
  await story.stage('registering', 2);
}
