import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { testApp } from '@jifen/test-kit';
import { createLogger } from '../log/logger.ts';
import { problem } from './problem.ts';
import { implement } from './route.ts';

/** The lines that a request to the route left in the log, without what differs from run to run. */
async function linesOf(path: string, answers: 204 | 409, routine?: true): Promise<unknown[]> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const asked = implement(
    {
      method: 'get',
      path: '/clock',
      summary: 'Asked all the time',
      permission: { kind: 'public' },
      audit: 'none-read',
      ...(routine && { routine }),
    },
    async () => (answers === 204 ? { status: answers } : problem({ status: answers, code: 'clock-not-set' })),
  );
  const { http } = await testApp([asked], { logger: createLogger('test', 'info', sink) });
  await http.get(path);
  return lines.map((line) => {
    const { method, path: logged, status, msg } = JSON.parse(line);
    return { method, path: logged, status, msg };
  });
}

const answered = (path: string, status: number) => ({ method: 'GET', path, status, msg: 'answered' });

describe('the log of requests', () => {
  it('has one line for each, without the query', async () => {
    expect(await linesOf('/clock', 204)).toEqual([answered('/clock', 204)]);
    expect(await linesOf('/clock?name=somebody', 204)).toEqual([answered('/clock', 400)]);
  });

  it('has none for a routine one that went well', async () => {
    expect(await linesOf('/clock', 204, true)).toEqual([]);
  });

  it('has one for a routine one that was refused', async () => {
    expect(await linesOf('/clock', 409, true)).toEqual([answered('/clock', 409)]);
  });
});
