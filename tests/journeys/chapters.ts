import { expect, it } from '@jest/globals';
import { keepScreen } from './browser.ts';
import type { Person } from './person.ts';

type Story = { name: string; withinMs: number; people: () => Record<string, Person> };

/** The chapters of one story: what comes after one that failed cannot be told, and what everybody saw then is kept. */
export function chaptersOf({ name, withinMs, people }: Story): (title: string, tell: () => Promise<void>) => void {
  let brokenOff = false;
  return (title, tell) =>
    it(
      title,
      async () => {
        expect(brokenOff).toBe(false);
        brokenOff = true;
        await tell().catch(async (reason: unknown) => {
          for (const [who, { page }] of Object.entries(people())) await keepScreen(page, `${name}-broken-off-${who}`);
          throw reason;
        });
        brokenOff = false;
      },
      withinMs,
    );
}
