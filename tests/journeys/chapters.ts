import { expect, it } from '@jest/globals';
import { keepScreen } from './browser.ts';
import type { Person } from './person.ts';

type Story = { name: string; withinMs: number; people: () => Record<string, Person> };

/** The chapters of one story: after a failure the later ones are not run, and everybody's screen is kept. */
export function chaptersOf({ name, withinMs, people }: Story): (title: string, act: () => Promise<void>) => void {
  let brokenOff = false;
  return (title, act) =>
    it(
      title,
      async () => {
        expect(brokenOff).toBe(false);
        brokenOff = true;
        await act().catch(async (reason: unknown) => {
          for (const [who, { page }] of Object.entries(people())) await keepScreen(page, `${name}-broken-off-${who}`);
          throw reason;
        });
        brokenOff = false;
      },
      withinMs,
    );
}
