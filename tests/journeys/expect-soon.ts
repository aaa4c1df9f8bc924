import { expect } from '@jest/globals';
import { eventually } from '@jifen/test-kit';

const patience = { withinMs: 30_000, everyMs: 250 };
const matchers = ['toBe', 'toContain', 'toEqual', 'toHaveLength', 'toMatch', 'toMatchObject'] as const;

type Matcher = (expected: unknown) => Promise<void>;
type Matchers = Record<(typeof matchers)[number], Matcher>;

/** `expect` of what a page shows: it is read again until it is as expected, for a page may draw what it knows a moment later. */
export function expectSoon(read: () => Promise<unknown>): Matchers & { not: Matchers } {
  return { ...waiting(async () => expect(await read())), not: waiting(async () => expect(await read()).not) };
}

function waiting(judge: () => Promise<Pick<ReturnType<typeof expect>, keyof Matchers>>): Matchers {
  const waitFor =
    (name: keyof Matchers): Matcher =>
    (expected) =>
      eventually(async () => (await judge())[name](expected as never), patience);
  return Object.fromEntries(matchers.map((name) => [name, waitFor(name)])) as Matchers;
}
