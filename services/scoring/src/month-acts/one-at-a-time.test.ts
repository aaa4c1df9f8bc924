import { describe, expect, it } from '@jest/globals';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { oneAtATime } from './apply-unapplied.ts';

type Left = BranchMonthRecord | undefined;
const monthAt = (version: number) => ({ version }) as BranchMonthRecord;

/** Work that ends when it is told to. */
function work() {
  const begun: { month: string; seen: Left; end: (left?: Left) => void; fail: (reason: Error) => void }[] = [];
  const does = (branchId: string, period: string, seen?: BranchMonthRecord) =>
    new Promise<Left>((end, fail) => {
      begun.push({ month: `${branchId}/${period}`, seen, end, fail });
    });
  return { begun, months: () => begun.map(({ month }) => month), does };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work on one month', () => {
  it('is shared by all who come while another is under way, and sees what they wrote before', async () => {
    const { begun, does } = work();
    const apply = oneAtATime(does);
    const first = apply('dongwan', '2026-10');
    const second = apply('dongwan', '2026-10');
    const third = apply('dongwan', '2026-10');
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await first;
    await settled();
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    await Promise.all([second, third]);
    expect(begun).toHaveLength(2);
  });

  it('begins with the month as it was seen, the next with the month as it was left', async () => {
    const { begun, does } = work();
    const apply = oneAtATime(does);
    const first = apply('dongwan', '2026-10', monthAt(1));
    const second = apply('dongwan', '2026-10', monthAt(1));
    begun[0]?.end(monthAt(2));
    await first;
    await settled();
    begun[1]?.end(monthAt(3));
    expect(await second).toEqual(monthAt(3));
    expect(begun.map(({ seen }) => seen?.version)).toEqual([1, 2]);
  });

  it('does not wait for another month', () => {
    const { months, does } = work();
    const apply = oneAtATime(does);
    void apply('dongwan', '2026-10');
    void apply('dongwan', '2026-11');
    void apply('liwu', '2026-10');
    expect(months()).toEqual(['dongwan/2026-10', 'dongwan/2026-11', 'liwu/2026-10']);
  });

  it('that fails is told to whoever asked for it, and the next is begun all the same', async () => {
    const { begun, does } = work();
    const apply = oneAtATime(does);
    const first = apply('dongwan', '2026-10');
    const second = apply('dongwan', '2026-10');
    begun[0]?.fail(new Error('the store is away'));
    await expect(first).rejects.toThrow('the store is away');
    await settled();
    begun[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });

  it('begins at once when nothing is under way any more', async () => {
    const { begun, does } = work();
    const apply = oneAtATime(does);
    const first = apply('dongwan', '2026-10');
    begun[0]?.end();
    await first;
    void apply('dongwan', '2026-10');
    expect(begun).toHaveLength(2);
  });
});
