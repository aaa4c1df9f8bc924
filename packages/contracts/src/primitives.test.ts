import { describe, expect, it } from '@jest/globals';
import { localDate } from './primitives.ts';

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is one', (typed) => expect(localDate.safeParse(typed).success).toBe(true));
  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '明天', ''])('%j is none, and is refused without an exception', (typed) =>
    expect(localDate.safeParse(typed).success).toBe(false),
  );
});
