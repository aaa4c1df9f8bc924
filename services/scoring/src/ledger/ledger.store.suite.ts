import { expect, it } from '@jest/globals';
import { plain } from '@jifen/service-kit';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import type { LedgerRow, LedgerStore } from './ledger.store.ts';

function aRow(of: Partial<LedgerRow> = {}): LedgerRow {
  return {
    _id: 'meeting-1/member-1/task/0',
    memberId: 'member-1',
    branchId: 'dongwan',
    period: '2026-10',
    year: 2026,
    round: 1,
    component: 'task',
    item: 'fulfilments',
    amount: 600,
    actId: 'meeting-1',
    at: 10,
    onBehalf: false,
    ...of,
  };
}

export function ledgerStoreSuite(empty: () => Promise<LedgerStore & Plantable>): void {
  documentSuite<LedgerStore>(
    { make: empty, read: (ledger) => ledger.ofYear('member-1', 2026) },
    { collection: 'ledger', document: plain(aRow()), broken: { amount: '6', actId: undefined, component: 'gift', meetingOn: null } },
  );

  const other = aRow({ _id: 'meeting-1/member-2/task/0', memberId: 'member-2' });

  it('adds a row once and never changes it', async () => {
    const ledger = await empty();
    expect(await ledger.add([aRow()])).toBe(1);
    expect(await ledger.add([aRow({ amount: 1 }), other])).toBe(1);
    expect(await ledger.ofMonth(['member-1', 'member-2'], '2026-10')).toEqual([aRow(), other]);
  });

  it('holds each row once when the same rows arrive several times at once', async () => {
    const ledger = await empty();
    const rows = Array.from({ length: 10 }, (_, n) => aRow({ _id: `meeting-1/member-1/reward/${n}` }));
    await Promise.all([ledger.add(rows), ledger.add(rows), ledger.add(rows), ledger.add(rows)]);
    expect(await ledger.ofYear('member-1', 2026)).toHaveLength(10);
  });

  it('reads a member’s year in the order of months, then of time', async () => {
    const ledger = await empty();
    const late = aRow({ _id: 'c', period: '2026-03', at: 30 });
    const early = aRow({ _id: 'b', period: '2026-03', at: 20 });
    await ledger.add([late, aRow(), early, aRow({ _id: 'd', period: '2025-12', year: 2025 }), other]);
    expect((await ledger.ofYear('member-1', 2026)).map(({ _id }) => _id)).toEqual(['b', 'c', 'meeting-1/member-1/task/0']);
  });

  it('reads a month of some members only', async () => {
    const ledger = await empty();
    await ledger.add([aRow(), other, aRow({ _id: 'b', period: '2026-09' })]);
    expect(await ledger.ofMonth(['member-2'], '2026-10')).toEqual([other]);
  });

  it('reads the year of some members up to a month, all of it, in the order of months, then of time', async () => {
    const ledger = await empty();
    const before = [aRow({ _id: 'b', period: '2026-03', at: 20 }), aRow({ _id: 'c', period: '2026-03', at: 30 })];
    const others = [aRow({ _id: 'd', period: '2026-11' }), aRow({ _id: 'e', period: '2025-12', year: 2025 }), other];
    await ledger.add([aRow(), ...before.toReversed(), ...others]);
    expect((await ledger.upTo(['member-1'], '2026-10')).map(({ _id }) => _id)).toEqual(['b', 'c', 'meeting-1/member-1/task/0']);
    expect((await ledger.upTo(['member-1', 'member-2'], '2026-09')).map(({ _id }) => _id)).toEqual(['b', 'c']);
  });

  it('reads a month wholly whose resolution was withdrawn and passed again many times', async () => {
    const ledger = await empty();
    const passed = (n: number) => aRow({ _id: `meeting-${n}/member-1/task/0`, actId: `meeting-${n}`, at: n });
    const takenBack = (n: number) => aRow({ _id: `withdrawal-${n}`, amount: -600, at: n, reverses: `meeting-${n}/member-1/task/0` });
    await ledger.add(Array.from({ length: 500 }, (_, n) => [passed(n), takenBack(n)]).flat());
    expect(await ledger.ofMonth(['member-1'], '2026-10')).toHaveLength(1_000);
  });
}
