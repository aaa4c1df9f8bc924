import { afterEach, describe, expect, it } from '@jest/globals';
import { messageEndpoints, peopleEndpoints, screenEndpoints } from '@jifen/contracts';
import { call, queryOf } from './client.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

/** The server answers this; what it was asked is kept. */
function answering(status: number, body?: unknown) {
  const asked: [string, RequestInit][] = [];
  globalThis.fetch = async (address, init) => {
    asked.push([String(address), init ?? {}]);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  return asked;
}

const clock = () => call(screenEndpoints.clock, {});

describe('what the page asks its server', () => {
  it('goes to the endpoint’s path with parameters, query and body filled in', async () => {
    const asked = answering(200, { accepted: 1, repeated: 0 });
    const month = { branchId: 'dongwan', period: '2026-10', round: 1, step: 'review', organisation: '/qinghe/dongwan' } as const;
    await call(messageEndpoints.remind, { body: month });
    expect(asked).toEqual([
      [
        '/api/reminders',
        {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json', 'x-jifen': '1' },
          body: JSON.stringify(month),
        },
      ],
    ]);
    const read = answering(200, { items: [], total: 0 });
    await call(screenEndpoints.deliveries, { query: { branchId: 'dongwan', period: '2026-10' } });
    expect(read).toEqual([['/api/deliveries?branchId=dongwan&period=2026-10', { method: 'GET', headers: { accept: 'application/json' } }]]);
  });

  it('is taken as far as this page knows it: what a newer server adds is left out', async () => {
    answering(200, { today: '2026-10-08', tomorrow: '2026-10-09' });
    expect(await clock()).toEqual({ today: '2026-10-08' });
  });

  it.each([
    ['another shape than this page knows', 200, { day: '2026-10-08' }, 'page-outdated', 200],
    ['no JSON at all', 200, undefined, 'page-outdated', 200],
    ['a refusal', 409, { type: 'about:blank', status: 409, code: 'round-over', facts: { round: 1 } }, 'round-over', 409],
    ['a failure that is not ours', 502, undefined, 'internal-error', 502],
  ])('is refused when the answer is %s', async (_what, status, body, code, told) => {
    answering(status, body);
    await expect(clock()).rejects.toMatchObject({ code, status: told });
  });

  it('is refused as offline when there is no answer', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('failed'));
    await expect(clock()).rejects.toMatchObject({ code: 'offline', status: 0 });
  });

  it('is nothing when the server answers that it is done', async () => {
    answering(204);
    expect(await call(messageEndpoints.markRead, { params: { messageId: 'a'.repeat(32) } })).toBeUndefined();
  });

  it('is kept under the path of its endpoint, so that all reads of it are forgotten together', () => {
    expect(queryOf(peopleEndpoints.members, { params: { branchId: 'dongwan' } }).queryKey).toEqual([
      '/branches/:branchId/members',
      { params: { branchId: 'dongwan' } },
    ]);
  });
});
