import { describe, expect, it } from '@jest/globals';
import type { OperatedPart, OperationsReport } from '@jifen/contracts';
import { testConsole } from '../testing.ts';
import type { OperatedParts } from '../upstream/operated-parts.ts';
import { aReport, fakeParts } from './operations.fakes.ts';
import { findingsOf } from './operations-findings.ts';

async function ask(parts: OperatedParts) {
  const { http, signIn } = testConsole({ parts });
  return http.get('/api/operations').set('cookie', await signIn());
}
const statesOf = ({ parts }: { parts: OperatedPart[] }) => Object.fromEntries(parts.map(({ name, state }) => [name, state]));

describe('运行状况', () => {
  it('shows every process with what it says of itself, and finds nothing where all is well', async () => {
    const { status, body } = await ask(fakeParts());
    expect(status).toBe(200);
    expect(body.findings).toEqual([]);
    expect(statesOf(body)).toEqual({
      console: 'answered',
      member: 'answered',
      scoring: 'answered',
      notification: 'answered',
      'branch-worker': 'answered',
      'member-worker': 'answered',
    });
  });

  it('is not held up by a process that is gone, nor by one that never answers', async () => {
    const { status, body } = await ask(fakeParts({ scoring: 'never', 'member-worker': 'silent' }));
    expect([status, statesOf(body)]).toMatchObject([200, { scoring: 'silent', 'member-worker': 'silent', member: 'answered' }]);
    expect(body.findings).toEqual([
      { code: 'part-silent', facts: { name: 'scoring' } },
      { code: 'part-silent', facts: { name: 'member-worker' } },
    ]);
  });

  it('says of a process that answers without figures that it does', async () => {
    const { body } = await ask(fakeParts({ scoring: 'alive' }));
    expect(statesOf(body)).toMatchObject({ scoring: 'alive', member: 'answered' });
    expect(body.findings).toEqual([{ code: 'part-mute', facts: { name: 'scoring' } }]);
  });

  it('is refused where a service refuses it, whatever the others say', async () => {
    const answer = await ask(fakeParts({ member: 'silent', scoring: 'forbidden' }));
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('is for nobody who is not signed in', async () => {
    expect((await testConsole().http.get('/api/operations')).status).toBe(401);
  });

  it('is shown without figures while member, who says who asks, is away: to whoever has been allowed a moment ago', async () => {
    const without = {
      member: 'silent',
      scoring: 'alive',
      notification: 'alive',
      'branch-worker': 'alive',
      'member-worker': 'alive',
    } as const;
    expect((await ask(fakeParts(without))).status).toBe(503);
    const parts = { ...fakeParts() };
    const { http, signIn, clock } = testConsole({ parts });
    const cookie = await signIn();
    await http.get('/api/operations').set('cookie', cookie);
    Object.assign(parts, fakeParts(without));
    const { body } = await http.get('/api/operations').set('cookie', cookie);
    expect(statesOf(body)).toEqual({ console: 'answered', ...without });
    expect(body.findings).toEqual([{ code: 'part-silent', facts: { name: 'member' } }]);
    clock.advance(14 * 60_000);
    expect((await http.get('/api/operations').set('cookie', cookie)).status).toBe(200);
    clock.advance(60_000);
    expect((await http.get('/api/operations').set('cookie', cookie)).status).not.toBe(200);
  });
});

const found = (report: OperationsReport, name: OperatedPart['name'] = 'scoring') => findingsOf([{ name, state: 'answered', report }]);
const check = (name: string, onlyDegrades = false) => ({ name, ok: false, onlyDegrades });

describe('what needs an act', () => {
  it('is a store that is away, told once however many miss it', () => {
    const away = aReport({}, { ready: false, checks: [check('store'), check('temporal', true)] });
    const parts = (['member', 'scoring'] as const).map((name): OperatedPart => ({ name, state: 'answered', report: away }));
    expect(findingsOf(parts)).toEqual([
      { code: 'store-away', facts: { store: 'document-store' } },
      { code: 'store-away', facts: { store: 'temporal' } },
    ]);
  });

  it('is a process that is not ready for a reason of its own', () => {
    expect(found(aReport({}, { ready: false, checks: [check('work')] }), 'branch-worker')).toEqual([
      { code: 'part-not-ready', facts: { name: 'branch-worker' } },
    ]);
  });

  const relay = (oldestMs: number) => aReport({ relays: [{ name: 'acts', pending: 3, oldestMs }] });
  const queue = (oldestWaitingMs: number) =>
    aReport({ queues: [{ name: 'jifen-mail', waiting: 120, active: 5, delayed: 0, failed: 0, oldestWaitingMs }] });
  const taskQueue = (backlog: number, pollers: number) =>
    aReport({ temporal: { taskQueues: [{ name: 'jifen-branch', kind: 'workflow', backlog, pollers }], open: [] } });
  const mail = (state: 'rejected' | 'unknown' | 'sent', count: number, retrying = 0) =>
    aReport({ mails: { counts: [{ state, count }], retrying } });

  it.each([
    ['an audit record that waits', aReport({ auditOldestMs: 15_001 }), 'audit-behind', { name: 'scoring', oldestMs: 15_001 }],
    ['an event that waits', relay(60_001), 'relay-behind', { name: 'scoring', relay: 'acts', pending: 3, oldestMs: 60_001 }],
    ['a mail that waits', queue(360_000), 'queue-behind', { waiting: 120, oldestMs: 360_000 }],
    ['a mail that is tried again', mail('sent', 9, 2), 'mails-retrying', { count: 2 }],
    ['a mail that was refused', mail('rejected', 1), 'mails-refused', { count: 1 }],
    ['a mail of which nobody knows', mail('unknown', 1), 'mails-refused', { count: 1 }],
    ['a task queue without a worker', taskQueue(0, 0), 'nobody-polls', { queue: 'jifen-branch', kind: 'workflow', backlog: 0 }],
    ['a task queue that grows', taskQueue(201, 1), 'tasks-behind', { queue: 'jifen-branch', kind: 'workflow', backlog: 201 }],
    ['a slow process', aReport({}, { eventLoopDelayMs: 500.1 }), 'part-slow', { name: 'scoring', delayMs: 500.1 }],
  ])('is %s', (_what, report, code, facts) => expect(found(report)).toEqual([{ code, facts }]));

  it.each([
    ['an audit record of this moment', aReport({ auditOldestMs: 15_000 })],
    ['an event of this minute', relay(60_000)],
    ['a mail of this minute', queue(60_000)],
    ['mails that were sent', mail('sent', 900)],
    ['tasks on their way', taskQueue(200, 1)],
    ['a busy turn', aReport({}, { eventLoopDelayMs: 500 })],
  ])('is not %s', (_what, report) => expect(found(report)).toEqual([]));
});
