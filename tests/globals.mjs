const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');

/** What `@jest/globals` is for the test file that runs now. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it;

export function useGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globals);
}

export const jest = {
  setTimeout(ms) {
    globalThis[timeout] = ms;
  },
};
