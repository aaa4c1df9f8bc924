import { describe, expect, it } from '@jest/globals';
import { aDeadline, at } from '../test-support/deadlines.ts';
import { type AgendaInput, agenda, firstDue } from './agenda.ts';

const review = aDeadline('review', '2026-11-10', [['2026-11-10'], ['2026-11-11'], ['2026-11-13', 1], ['2026-11-17', 2]]);
const publicity = { ...aDeadline('publicity', '2026-11-18'), passes: true } as const;
const asked = (changes: Partial<AgendaInput>): AgendaInput => ({ now: at('2026-11-09'), reminded: undefined, reaches: true, ...changes });

describe('what is due in a step', () => {
  it('before the first reminder it is waited for', () => {
    expect(agenda(review, asked({}))).toEqual({ status: 'wait', until: at('2026-11-10', 9) });
  });

  it.each([
    ['a millisecond before its hour', at('2026-11-10', 9) - 1, 'wait'],
    ['at its hour', at('2026-11-10', 9), 'remind'],
  ] as const)('%s a reminder is %s', (_when, now, status) => {
    expect(agenda(review, asked({ now })).status).toBe(status);
  });

  it('reminders that are past collapse to the newest', () => {
    expect(agenda(review, asked({ now: at('2026-11-14') }))).toEqual({
      status: 'remind',
      step: 'review',
      reminder: { at: at('2026-11-13', 9), n: 3, level: 1 },
    });
  });

  it('after a reminder the next one is waited for', () => {
    const reminded = { at: at('2026-11-13', 9), n: 3 };
    expect(agenda(review, asked({ now: at('2026-11-14'), reminded }))).toEqual({ status: 'wait', until: at('2026-11-17', 9) });
  });

  it('after the last reminder nothing is due any more: silence approves nothing', () => {
    const reminded = { at: at('2026-11-17', 9), n: 4 };
    expect(agenda(review, asked({ now: at('2027-02-01'), reminded }))).toEqual({ status: 'wait', until: undefined });
  });

  it('the numbers of the reminders go on when a changed deadline counts from one again', () => {
    const extended = aDeadline('review', '2026-11-24', [['2026-11-24'], ['2026-11-25']]);
    const reminded = { at: at('2026-11-17', 9), n: 4 };
    const next = agenda(extended, asked({ now: at('2026-11-24', 9), reminded }));
    expect(next).toMatchObject({ status: 'remind', reminder: { n: 5, level: 0 } });
  });
});

describe('a step that passes by itself', () => {
  it.each([
    ['a millisecond before', at('2026-11-19') - 1, { status: 'wait', until: at('2026-11-19') }],
    ['at', at('2026-11-19'), { status: 'reach', step: 'publicity' }],
  ] as const)('%s the end of its last day', (_when, now, expected) => {
    expect(agenda(publicity, asked({ now }))).toEqual(expected);
  });

  it('is brought to scoring rather than reminded of', () => {
    const reminded = { ...aDeadline('application', '2026-11-05', [['2026-11-05']]), passes: true } as const;
    expect(agenda(reminded, asked({ now: at('2026-11-20') }))).toEqual({ status: 'reach', step: 'application' });
  });

  it('that scoring refused waits for a change', () => {
    expect(agenda(publicity, asked({ now: at('2026-11-20'), reaches: false }))).toEqual({ status: 'wait', until: undefined });
  });
});

describe('several waits at once', () => {
  const due = (now: number) => firstDue([review, publicity].map((wait) => agenda(wait, asked({ now }))));

  it('are slept through until the first of them is due', () =>
    expect(due(at('2026-11-09'))).toEqual({ status: 'wait', until: at('2026-11-10', 9) }));

  it('are reminded of, each by itself', () => expect(due(at('2026-11-11', 9))).toMatchObject({ status: 'remind', step: 'review' }));

  it('that has passed goes before a reminder of another', () =>
    expect(due(at('2026-11-19'))).toEqual({ status: 'reach', step: 'publicity' }));

  it('without anything to come are waited for without an end; so is none', () => {
    const silent = aDeadline('filing', '2026-11-23');
    expect(firstDue([agenda(silent, asked({ now: at('2026-11-30') }))])).toEqual({ status: 'wait', until: undefined });
    expect(firstDue([])).toEqual({ status: 'wait', until: undefined });
  });
});
