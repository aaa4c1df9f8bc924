import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@jifen/test-kit';
import { createServiceTokens } from './service-tokens.ts';

const clock = fixedClock();
let asked: { secret: unknown; service: unknown; body: string }[] = [];
let member: Server;
let memberUrl: string;

async function answer(request: IncomingMessage): Promise<string> {
  asked.push({ service: request.headers['x-service'], secret: request.headers['x-service-secret'], body: await text(request) });
  return JSON.stringify({ token: `token-${asked.length}`, expiresAt: clock.now() + 60_000 });
}

beforeAll(async () => {
  member = createServer(async (request, response) => response.setHeader('content-type', 'application/json').end(await answer(request)));
  await once(member.listen(0, '127.0.0.1'), 'listening');
  memberUrl = `http://127.0.0.1:${(member.address() as AddressInfo).port}`;
});
afterAll(() => member.close().closeAllConnections());
beforeEach(() => {
  asked = [];
});

const tokens = () => createServiceTokens({ memberUrl, service: 'scoring', secret: 's3cret', now: clock.now });

describe('service tokens', () => {
  it('are fetched from member with the service and its secret', async () => {
    expect(await tokens().token('wang')).toBe('token-1');
    expect(asked).toEqual([{ service: 'scoring', secret: 's3cret', body: '{"personId":"wang"}' }]);
  });

  it('are kept for each person until 10 s before they expire', async () => {
    const source = tokens();
    const first = [await source.token('wang'), await source.token('li'), await source.token()];
    clock.advance(49_999);
    expect([await source.token('wang'), await source.token('li'), await source.token()]).toEqual(first);
    clock.advance(1);
    expect(await source.token('wang')).toBe('token-4');
  });

  it('are fetched once for many who ask at the same time', async () => {
    const source = tokens();
    expect(await Promise.all([source.token('wang'), source.token('wang'), source.token('wang')])).toEqual([
      'token-1',
      'token-1',
      'token-1',
    ]);
    expect(asked).toHaveLength(1);
  });
});
