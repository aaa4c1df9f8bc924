import { describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '../audit/audit-record.ts';
import { createBackOff, deliverInOrder } from './deliver-in-order.ts';
import type { PendingEvent } from './pending-index.ts';

const event = (id: string, type = 'notice'): PendingEvent => ({ id, type, at: 0, payload: { eventId: id } });
const source = { collection: 'acts', documentId: 'a1' };

async function deliver(events: PendingEvent[], poisoned: string) {
  const done: string[] = [];
  const take = async (id: string) => {
    if (id === poisoned) throw new Error('poisoned');
    done.push(id);
  };
  const audit = (record: AuditRecord) => take(record.eventId);
  const { delivered, failure } = await deliverInOrder(events, { deliver: ({ id }) => take(id), audit }, source);
  return { done, settled: delivered.map(({ id }) => id), failed: failure?.event.id };
}

describe('the events of one document', () => {
  it('are delivered in their order, audit records first', async () => {
    const events = [event('1'), event('2', 'audit'), event('3'), event('4', 'audit')];
    expect(await deliver(events, '')).toEqual({ done: ['2', '4', '1', '3'], settled: ['2', '4', '1', '3'], failed: undefined });
  });

  it('stop at the first that fails, which delays no audit record', async () => {
    const events = [event('1'), event('2'), event('3'), event('4', 'audit')];
    expect(await deliver(events, '2')).toEqual({ done: ['4', '1'], settled: ['4', '1'], failed: '2' });
  });

  it('are delivered while the audit chain is stuck', async () => {
    expect(await deliver([event('1', 'audit'), event('2')], '1')).toEqual({ done: ['2'], settled: ['2'], failed: '1' });
  });
});

describe('back-off', () => {
  it('doubles from a second to a minute, and is forgotten after a success', () => {
    let now = 0;
    const backOff = createBackOff(
      () => now,
      () => 0.5,
    );
    const waits = Array.from({ length: 8 }, () => backOff.failed('a1'));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    now = 59_999;
    expect(backOff.waiting()).toEqual(['a1']);
    now = 60_000;
    expect(backOff.waiting()).toEqual([]);
    backOff.succeeded('a1');
    expect(backOff.failed('a1')).toBe(1000);
  });
});
