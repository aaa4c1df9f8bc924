import { beforeEach, expect, jest } from '@jest/globals';

/** Four times jest's own patience: a machine that does much else is slow, and what hangs is found all the same. */
const patienceMs = 20_000;

jest.setTimeout(patienceMs);

beforeEach(() => {
  expect.hasAssertions();
});
