import { describe, expect, it } from '@jest/globals';
import type { ClientRequest, ClientResult, HttpClient } from '@jifen/service-kit';
import { ApplicationFailure } from '@temporalio/common';
import type { z } from 'zod';
import { createActivities } from './create-activities.ts';

const state = {
  version: 3,
  stage: 'reviewing',
  process: 'meeting-side',
  round: 1,
  rosterHash: 'a1b2c3d4e5f60718',
  deadlines: [],
  accepts: ['review', 'withdraw'],
  acceptsLater: ['record-meeting'],
  actIds: ['act-1'],
  awaitingProjection: false,
};
const refused = (status: number, code: string) => ({ ok: false as const, refusal: { status, code, facts: {} } });

/** Answers what it is told to, and keeps what it was asked. */
function aService(answer: { ok: true; status: number; value: unknown } | ReturnType<typeof refused>) {
  const requests: { method: string; path: string; body: unknown }[] = [];
  const client: HttpClient = {
    async request<R extends z.ZodType>({ method, path, body, response }: ClientRequest<R>): Promise<ClientResult<z.output<R>>> {
      requests.push({ method, path, body });
      return answer.ok ? { ok: true, status: answer.status, value: response.parse(answer.value) } : answer;
    },
  };
  return { client, requests };
}

const ok = (value: unknown) => ({ ok: true as const, status: 200, value });
const failureOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

describe('activities', () => {
  it('an act is applied by scoring, and its answer is handed on', async () => {
    const scoring = aService(ok({ outcome: 'effective', state }));
    const { applyAct } = createActivities({ scoring: scoring.client, notification: scoring.client });
    expect(await applyAct({ actId: 'act-1' })).toEqual({ outcome: 'effective', state });
    expect(scoring.requests).toEqual([{ method: 'post', path: '/internal/acts/act-1/apply', body: {} }]);
  });

  it('a refused act is an answer, not a failure', async () => {
    const scoring = aService(ok({ outcome: 'refused', code: 'wrong-step', state }));
    const { applyAct } = createActivities({ scoring: scoring.client, notification: scoring.client });
    expect(await applyAct({ actId: 'act-1' })).toEqual({ outcome: 'refused', code: 'wrong-step', state });
  });

  it('a deadline is brought to scoring with its step and round', async () => {
    const scoring = aService(ok({ state }));
    const { reachDeadline } = createActivities({ scoring: scoring.client, notification: scoring.client });
    expect(await reachDeadline({ branchId: 'b-1', period: '2026-10', step: 'publicity', round: 2 })).toEqual({ state });
    const body = { step: 'publicity', round: 2 };
    expect(scoring.requests).toEqual([{ method: 'post', path: '/internal/branch-months/b-1/2026-10/reach', body }]);
  });

  it('a reminder goes to notification as it is', async () => {
    const notification = aService(ok({ accepted: 1, repeated: 0 }));
    const { remindOutstanding } = createActivities({ scoring: notification.client, notification: notification.client });
    const reminder = { branchId: 'b-1', period: '2026-10', round: 1, step: 'review' as const, n: 3, level: 1 };
    await remindOutstanding(reminder);
    expect(notification.requests).toEqual([{ method: 'post', path: '/internal/reminders', body: reminder }]);
  });

  it.each([
    [404, 'unknown-act', true],
    [403, 'forbidden', true],
    [409, 'different-body', true],
    [409, 'not-due-yet', false],
    [401, 'unauthenticated', false],
  ] as const)('the refusal %d %s is final: %s', async (status, code, final) => {
    const scoring = aService(refused(status, code));
    const { applyAct } = createActivities({ scoring: scoring.client, notification: scoring.client });
    const failure = await failureOf(applyAct({ actId: 'act-1' }));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: code, nonRetryable: final });
  });
});
