import { at } from './deadlines.ts';
import type { Story } from './story.ts';

/** Applications until 5 November, registration on the 6th. */
export async function registered(story: Story): Promise<void> {
  await story.until(at('2026-11-06', 10));
  await story.stage('registering');
  await story.decide('registration', { kind: 'register' });
}

/** The evening of the party day: review, meeting, and the lines brought to the ledger. */
export async function resolved(story: Story): Promise<void> {
  await story.until(at('2026-11-10', 19));
  await story.decide('review', { kind: 'review' });
  await story.until(at('2026-11-10', 20));
  await story.decide('resolution', { kind: 'record-meeting', carried: true });
  await story.projected('resolution');
}

/** Posted on the morning after, in publicity until the end of the 18th. */
export async function posted(story: Story): Promise<void> {
  await story.until(at('2026-11-11', 8));
  await story.decide('posting', { kind: 'post' });
}

/** Publicity passes by itself; filed on the 20th and received on the 23rd. */
export async function filed(story: Story): Promise<void> {
  await story.until(at('2026-11-20', 8));
  await story.stage('filing');
  await story.decide('filing', { kind: 'file' });
  await story.until(at('2026-11-23', 10));
  await story.decide('receipt', { kind: 'receive' });
}

/** From the applications to the filed list that nobody returns. */
export async function usualMonth(story: Story, members: number): Promise<void> {
  await story.begin(members);
  await story.until(at('2026-10-28'));
  for (let number = 1; number <= members; number += 1) await story.apply(number);
  await registered(story);
  await resolved(story);
  await posted(story);
  await filed(story);
  for (let number = 1; number <= members; number += 1) await story.settle(number);
  await story.result(story.branchMonth);
}

/** One member applies after the deadline, one never. */
export async function lateMonth(story: Story): Promise<void> {
  await story.begin(3);
  await story.apply(2);
  await story.until(at('2026-11-06', 9));
  await story.apply(1);
  await registered(story);
  for (const number of [1, 2, 3]) await story.settle(number);
}
