import { beforeEach, expect, jest } from '@jest/globals';

/** Twice as long as `eventually` waits: a busy machine is slow, and a hanging test is still found. */
const patienceMs = 60_000;

jest.setTimeout(patienceMs);

/** How often a property is tried, if set: few times for every mutant, or very often to find rare cases. The seed is then always the same. */
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed = '1' } = process.env;
if (runs !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ numRuns: Number(runs), seed: Number(seed) });
}

beforeEach(() => {
  expect.hasAssertions();
});
