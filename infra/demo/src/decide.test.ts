import { describe, expect, it } from '@jest/globals';
import type { BranchMonthView } from '@jifen/contracts';
import type { ClientRequest, HttpClient } from '@jifen/service-kit';
import type { z } from 'zod';
import { type Decision, decide } from './decide.ts';
import type { World } from './world.ts';

const decision: Decision = { branchId: 'dongwan', period: '2026-08', by: 'p-dongwan-04', kind: 'file', content: () => ({ kind: 'file' }) };
const view = { round: 1, rosterHash: 'abcdef0123456789' } as BranchMonthView;

/** Scoring for one decision: refuses first, then records, and has the effect at the third request. */
function scoringFake({ refusals = 0, taken = false } = {}) {
  const sent: unknown[] = [];
  let looks = 0;
  const answer = (status: string) => ({ ok: true, status: 200, value: { actId: 'demo-dongwan-2026-08-file', status, at: 1 } });
  const client = {
    async request({ method, path, body }: ClientRequest<z.ZodType>) {
      if (method === 'post') {
        if (sent.push(body) <= refusals) return { ok: false, refusal: { status: 409, code: 'wrong-step', facts: {} } };
        return answer('pending');
      }
      if (!path.includes('/decisions/')) return { ok: true, status: 200, value: view };
      if (!taken && sent.length <= refusals) return { ok: false, refusal: { status: 404, code: 'not-found', facts: {} } };
      looks += 1;
      return answer(looks < 3 ? 'pending' : 'effective');
    },
  };
  return { client: client as unknown as HttpClient, sent, looks: () => looks };
}

const worldWith = (scoring: HttpClient): World => ({ member: scoring, scoring, say: () => undefined, pause: async () => undefined });

describe('taking a decision in the demo', () => {
  it('waits until it has its effect', async () => {
    const scoring = scoringFake({ refusals: 1 });
    await decide(worldWith(scoring.client), decision);
    expect(scoring.looks()).toBe(3);
  });

  it('says the same under the same id, however often it is refused at first', async () => {
    const scoring = scoringFake({ refusals: 3 });
    await decide(worldWith(scoring.client), decision);
    const body = { actId: 'demo-dongwan-2026-08-file', round: 1, rosterHash: 'abcdef0123456789', content: { kind: 'file' } };
    expect(scoring.sent).toEqual([body, body, body, body]);
  });

  it('is not taken again when an earlier run has taken it', async () => {
    const scoring = scoringFake({ taken: true });
    await decide(worldWith(scoring.client), decision);
    expect(scoring.sent).toEqual([]);
  });
});
