import { describe, expect, it } from '@jest/globals';
import { aDeadline, at } from '../test-support/deadlines.ts';
import { type AgendaInput, agenda } from './agenda.ts';

const review = aDeadline('review', '2026-11-10', [['2026-11-10'], ['2026-11-11'], ['2026-11-13', 1], ['2026-11-17', 2]]);
const publicity = aDeadline('publicity', '2026-11-18', [['2026-11-18']]);
const asked = (changes: Partial<AgendaInput>): AgendaInput => ({
  deadline: review,
  now: at('2026-11-09'),
  reminded: undefined,
  reaches: true,
  reminds: true,
  ...changes,
});

describe('what is due in a step', () => {
  it('before the first reminder it is waited for', () => {
    expect(agenda(asked({}))).toEqual({ status: 'wait', until: at('2026-11-10', 9) });
  });

  it.each([
    ['a millisecond before its hour', at('2026-11-10', 9) - 1, 'wait'],
    ['at its hour', at('2026-11-10', 9), 'remind'],
  ] as const)('%s a reminder is %s', (_when, now, status) => {
    expect(agenda(asked({ now })).status).toBe(status);
  });

  it('reminders that are past collapse to the newest', () => {
    expect(agenda(asked({ now: at('2026-11-14') }))).toEqual({
      status: 'remind',
      step: 'review',
      reminder: { at: at('2026-11-13', 9), n: 3, level: 1 },
    });
  });

  it('after a reminder the next one is waited for', () => {
    const reminded = { at: at('2026-11-13', 9), n: 3 };
    expect(agenda(asked({ now: at('2026-11-14'), reminded }))).toEqual({ status: 'wait', until: at('2026-11-17', 9) });
  });

  it('after the last reminder nothing is due any more: silence approves nothing', () => {
    const reminded = { at: at('2026-11-17', 9), n: 4 };
    expect(agenda(asked({ now: at('2027-02-01'), reminded }))).toEqual({ status: 'wait', until: undefined });
  });

  it('the numbers of the reminders go on when a changed deadline counts from one again', () => {
    const extended = aDeadline('review', '2026-11-24', [['2026-11-24'], ['2026-11-25']]);
    const reminded = { at: at('2026-11-17', 9), n: 4 };
    const next = agenda(asked({ deadline: extended, now: at('2026-11-24', 9), reminded }));
    expect(next).toMatchObject({ status: 'remind', reminder: { n: 5, level: 0 } });
  });

  it('without a deadline nothing is due', () => {
    expect(agenda(asked({ deadline: undefined }))).toEqual({ status: 'wait', until: undefined });
  });
});

describe('a step that passes by itself', () => {
  it.each([
    ['a millisecond before', at('2026-11-19') - 1, { status: 'wait', until: at('2026-11-19') }],
    ['at', at('2026-11-19'), { status: 'reach', step: 'publicity' }],
  ] as const)('%s the end of its last day', (_when, now, expected) => {
    expect(agenda(asked({ deadline: publicity, now, reminds: false }))).toEqual(expected);
  });

  it('is brought to scoring rather than reminded of', () => {
    expect(agenda(asked({ deadline: publicity, now: at('2026-11-20') }))).toEqual({ status: 'reach', step: 'publicity' });
  });

  it('that scoring refused waits for a change', () => {
    const refused = { deadline: publicity, now: at('2026-11-20'), reaches: false, reminds: false };
    expect(agenda(asked(refused))).toEqual({ status: 'wait', until: undefined });
  });
});
