import { describe, expect, it } from '@jest/globals';
import type { HttpClient, RemoteRefusal } from '@jifen/service-kit';
import { scoringOutstanding } from './http.ts';

const refusing = (refusal: RemoteRefusal): HttpClient => ({ request: async () => ({ ok: false, refusal }) });
const question = { branchId: 'dongwan', period: '2026-10', round: 1, step: 'review', level: 0 } as const;
const unknown = { status: 404, code: 'not-found', facts: {} };
const foreign = { status: 403, code: 'not-for-this-caller', facts: {} };

describe('who is outstanding, as scoring tells it', () => {
  it('is nothing to be found in a month that there is not', async () => {
    expect(await scoringOutstanding(refusing(unknown)).find(question)).toBeUndefined();
  });

  it('stays open while scoring refuses to tell, so that what waits for it waits on', async () => {
    await expect(scoringOutstanding(refusing(foreign)).find(question)).rejects.toThrow('not-for-this-caller');
    await expect(scoringOutstanding(refusing(unknown)).ask(question)).rejects.toThrow('not-found');
  });
});
