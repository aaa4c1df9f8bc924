import { jest } from '@jest/globals';

/** Real servers may be slow beside others; a test that waits for one is over in its time all the same. */
jest.setTimeout(30_000);
