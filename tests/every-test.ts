import { beforeEach, expect, jest } from '@jest/globals';

/** Four times jest's own patience: a machine that does much else is slow, and what hangs is found all the same. */
const patienceMs = 20_000;

jest.setTimeout(patienceMs);

/** How often a property is tried, where somebody asks: rarely for every mutant, or very often to find what is rare. The seed is then always the same. */
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed = '1' } = process.env;
if (runs !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ numRuns: Number(runs), seed: Number(seed) });
}

beforeEach(() => {
  expect.hasAssertions();
});
