import { describe, expect, it } from '@jest/globals';
import { afterAttempt } from './attempt.ts';
import type { Mail } from './message.ts';

const minute = 60_000;
const sending = (attempts: number, unknowns = 0): Mail => ({
  state: 'sending',
  claimedUntil: 99,
  attempts,
  unknowns,
  messageId: '<a@jifen.invalid>',
});

describe('a mail after an attempt', () => {
  it('is sent with the answer of the mail server', () => {
    expect(afterAttempt(sending(1), { outcome: 'sent', response: '250 ok' }, 1000)).toEqual({
      state: 'sent',
      response: '250 ok',
      at: 1000,
      attempts: 1,
      unknowns: 0,
      messageId: '<a@jifen.invalid>',
    });
  });

  it.each([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
    [5, 720],
  ])('waits, when attempt %d is refused for now, %d minutes', (attempts, minutes) => {
    expect(afterAttempt(sending(attempts), { outcome: 'failed-before-data', error: '421 busy' }, 0)).toMatchObject({
      state: 'queued',
      dueAt: minutes * minute,
      lastError: '421 busy',
    });
  });

  it('is given up when the sixth attempt is refused for now', () => {
    expect(afterAttempt(sending(6), { outcome: 'failed-before-data', error: '421 busy' }, 7)).toMatchObject({ state: 'rejected', at: 7 });
  });

  it('is never tried again after a refusal for good', () => {
    expect(afterAttempt(sending(1), { outcome: 'refused-for-good', error: '550 no such box' }, 7)).toMatchObject({
      state: 'rejected',
      lastError: '550 no such box',
    });
  });

  it('is tried once more when nobody knows whether it arrived, with the same Message-ID', () => {
    expect(afterAttempt(sending(1), { outcome: 'broken-after-data', error: 'closed' }, 0)).toMatchObject({
      state: 'queued',
      unknowns: 1,
      dueAt: 5 * minute,
      messageId: '<a@jifen.invalid>',
    });
  });

  it('stays unknown when the second attempt ends the same way', () => {
    expect(afterAttempt(sending(2, 1), { outcome: 'broken-after-data', error: 'closed' }, 7)).toMatchObject({
      state: 'unknown',
      unknowns: 2,
      at: 7,
    });
  });

  it.each(['no-longer-due', 'no-address'] as const)('ends as %s without having been sent', (outcome) => {
    expect(afterAttempt(sending(1), { outcome }, 7)).toMatchObject({ state: outcome, at: 7 });
  });
});
