import { describe, expect, it } from '@jest/globals';
import { isStoreUnavailable, retryOnContention } from './store-errors.ts';

const failure = (code: number) => Object.assign(new Error('store'), { code });

async function attemptsUntil(code: number, failures: number): Promise<{ attempts: number; ended: string }> {
  let attempts = 0;
  const ended = await retryOnContention(async () => {
    attempts += 1;
    if (attempts <= failures) throw failure(code);
  }).then(
    () => 'written',
    () => 'failed',
  );
  return { attempts, ended };
}

describe('contention', () => {
  it.each([11000, 112, 16908292])('%d is tried again, 8 times in all', async (code) => {
    expect(await attemptsUntil(code, 7)).toEqual({ attempts: 8, ended: 'written' });
    expect(await attemptsUntil(code, 8)).toEqual({ attempts: 8, ended: 'failed' });
  });

  it('is the only thing that is tried again', async () => {
    expect(await attemptsUntil(13, 1)).toEqual({ attempts: 1, ended: 'failed' });
  });
});

describe('an unavailable store', () => {
  it('is recognised also as the cause of another error', () => {
    const away = Object.assign(new Error('x'), { name: 'MongoNetworkError' });
    expect(isStoreUnavailable(away)).toBe(true);
    expect(isStoreUnavailable(new Error('could not save', { cause: away }))).toBe(true);
    expect(isStoreUnavailable(failure(11000))).toBe(false);
  });
});
