import { beforeEach, describe, expect, it } from '@jest/globals';
import { type TestConsole, testConsole } from '../testing.ts';

describe('an account that asks without end', () => {
  let console: TestConsole;
  beforeEach(() => {
    console = testConsole({ share: { requests: 3, seconds: 600 } });
  });

  const asks = async (cookie: string, times: number) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await console.http.get('/api/me').set({ cookie }));
    return answers;
  };

  it('has its share, and is then told when to ask again', async () => {
    const answers = await asks(await console.signIn('', 'zhang.san'), 4);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const refused = answers.at(-1);
    expect(refused?.body).toMatchObject({
      code: 'too-many-requests',
      facts: { retryAfterSeconds: Number(refused?.headers['retry-after']) },
    });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThanOrEqual(590);
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(600);
  });

  it('has no further share by signing in once more', async () => {
    await asks(await console.signIn('', 'zhang.san'), 3);
    const [again] = await asks(await console.signIn('', 'zhang.san'), 1);
    expect(again?.status).toBe(429);
  });

  it('does nothing that it asks for beyond its share', async () => {
    const cookie = await console.signIn('', 'zhang.san');
    await asks(cookie, 3);
    const before = console.member.asked.length;
    await asks(cookie, 2);
    expect(console.member.asked).toHaveLength(before);
  });

  it('takes nothing from another account behind the same address', async () => {
    await asks(await console.signIn('', 'zhang.san'), 4);
    const [other] = await asks(await console.signIn('', 'li.si'), 1);
    expect(other?.status).toBe(200);
  });

  it('takes nothing from those who are about to sign in', async () => {
    await asks(await console.signIn('', 'zhang.san'), 4);
    expect((await console.http.get('/api/profile')).status).toBe(200);
  });
});
