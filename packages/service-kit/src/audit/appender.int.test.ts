import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, withDatabase } from '@jifen/test-kit';
import { createLogger } from '../log/logger.ts';
import type { PendingEvent } from '../relay/pending-index.ts';
import { type AuditAppender, createAuditAppender } from './appender.ts';
import type { AuditRecord } from './audit-record.ts';
import { type AuditEntry, verifyAuditChain } from './chain.ts';

const database = withDatabase();
const key = new Uint8Array(32).fill(3);
const started: AuditAppender[] = [];

async function appender(): Promise<AuditAppender> {
  const logger = createLogger('test', 'silent');
  const made = createAuditAppender({ connection: database.connection(), key, collections: ['acts'], logger, intervalMs: 60_000 });
  await made.start();
  started.push(made);
  return made;
}

const record = (eventId: string, at = Date.now()): AuditRecord => ({
  eventId,
  at,
  actor: 'wang',
  service: 'console',
  organisation: undefined,
  action: 'note-written',
  target: '党小组/一',
  result: 'done',
  requestId: 'request-1',
  details: { nested: { rate: 0.1, list: [1, '二', null] } },
});
const collection = <T extends object>(name: string) => database.connection().collection<T>(name);
const verify = () => verifyAuditChain(collection<AuditEntry>('audit').find().sort({ seq: 1 }), key);

beforeEach(async () => {
  for (const name of ['audit', 'auditInbox', 'acts', 'leases']) await collection(name).deleteMany({});
});
afterEach(async () => {
  for (const made of started.splice(0)) await made.stop();
});

describe('the audit appender', () => {
  it('chains records so that they verify as they are read back', async () => {
    const audit = await appender();
    for (const id of ['e1', 'e2', 'e3']) await audit.append(record(id));
    expect(await verify()).toMatchObject({ ok: true, head: { seq: 3 } });
  });

  it('chains an event once, however often it is delivered', async () => {
    const audit = await appender();
    await Promise.all([audit.append(record('e1')), audit.append(record('e1'))]);
    await audit.append(record('e1'));
    expect(await verify()).toMatchObject({ ok: true, head: { seq: 1 } });
  });

  it('leaves no gap when several processes append at the same time', async () => {
    const writers = [await appender(), await appender(), await appender()];
    await Promise.all(writers.flatMap((writer, w) => Array.from({ length: 60 }, (_, n) => writer.append(record(`e${w}-${n}`)))));
    expect(await verify()).toMatchObject({ ok: true, head: { seq: 180 } });
  });

  it('shows what was changed in the store', async () => {
    const audit = await appender();
    for (const id of ['e1', 'e2', 'e3']) await audit.append(record(id));
    await collection<AuditEntry>('audit').updateOne({ _id: 'e2' }, { $set: { actor: 'li' } });
    expect(await verify()).toEqual({ ok: false, seq: 2, fault: 'changed' });
    await collection<AuditEntry>('audit').deleteOne({ _id: 'e2' });
    expect(await verify()).toEqual({ ok: false, seq: 2, fault: 'missing' });
  });

  it('empties its inbox by itself', async () => {
    const audit = await appender();
    await audit.insert(record('refused-1'));
    await eventually(async () => expect(await verify()).toMatchObject({ ok: true, head: { seq: 1 } }));
    await eventually(async () => expect(await collection('auditInbox').countDocuments()).toBe(0));
  });

  it('knows how old the oldest record is that waits, in its inbox or in an aggregate', async () => {
    await collection<{ pending: PendingEvent[] }>('acts').insertOne({ pending: [{ id: 'x', type: 'notice', at: 1, payload: {} }] });
    expect(await (await appender()).oldestUnchainedMs()).toBe(0);
    const payload = record('e1', Date.now() - 70_000);
    await collection<{ pending: PendingEvent[] }>('acts').insertOne({ pending: [{ id: 'e1', type: 'audit', at: 1, payload }] });
    const age = await (await appender()).oldestUnchainedMs();
    expect(age).toBeGreaterThanOrEqual(70_000);
    expect(age).toBeLessThan(90_000);
  });
});
