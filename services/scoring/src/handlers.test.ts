import { describe, expect, it } from '@jest/globals';
import { october } from './decisions/october.builders.ts';
import { coreHandlers } from './handlers.ts';
import { applyUnapplied } from './month-acts/apply-unapplied.ts';
import { type ProcessSignal, signals } from './outbox/signals.ts';
import { handle } from './relays.ts';

const signal = (n: number): ProcessSignal => ({ workflowId: `member-month/member-${n}/2026-10`, name: 'settled', payload: {} });

const clock = { anchorReal: 1, anchorBusiness: 2, speed: 0 };

async function beforeTheStart() {
  const world = await october();
  const { processes } = world;
  const sent: string[] = [];
  const notYetThere = async ({ workflowId, name }: ProcessSignal) => {
    sent.push(`${name} ${workflowId}`);
    return processes.present.has(workflowId) ? ('delivered' as const) : ('no-such-process' as const);
  };
  return { world, sent, processes, handlers: coreHandlers({ ...world.deps, processes: { ...processes, signal: notYetThere } }) };
}

it('of many signals three are under way at a time, and one that fails lets the next one go', async () => {
  const world = await october();
  const begun: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const slow = ({ workflowId }: ProcessSignal) =>
    new Promise<'delivered'>((resolve, reject) => {
      begun.push(workflowId);
      ends.push((error) => (error ? reject(error) : resolve('delivered')));
    });
  const handlers = coreHandlers({ ...world.deps, processes: { ...world.processes, signal: slow } });
  const sent = [1, 2, 3, 4, 5].map((n) => handle(handlers, 'signal', signal(n)));
  const outcomes = Promise.allSettled(sent);
  await new Promise(setImmediate);
  expect(begun).toHaveLength(3);
  ends[0]?.(new Error('Temporal cannot be reached'));
  ends[1]?.();
  await new Promise(setImmediate);
  expect(begun).toHaveLength(5);
  for (const end of ends) end();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
});

it('a member who left after their process had ended is left in peace', async () => {
  const world = await october();
  const { processes } = world;
  processes.present.add('member-month/member-5/2026-10');
  const ended = async () => 'no-such-process' as const;
  const handlers = coreHandlers({ ...world.deps, processes: { ...processes, signal: ended } });
  await handle(handlers, 'signal', signals.left('member-5', '2026-10'), 'dongwan/2026-10');
  await handle(handlers, 'signal', signals.left('member-5', '2026-10'), 'dongwan/2026-10');
  expect(processes.startedAlone).toEqual([]);
});

describe('what a member’s process is to hear before it is there', () => {
  it.each([
    ['that they left', signals.left('member-5', '2026-10')],
    ['that their deadline has moved', signals.deadlinesChanged('member-month/member-5/2026-10', { clock })],
    ['that their result is settled', signals.settled('member-5', '2026-10', { round: 1 })],
  ])('starts it, so that a start on its way finds it: %s', async (_what, told) => {
    const { handlers, sent, processes } = await beforeTheStart();
    await handle(handlers, 'signal', told, 'dongwan/2026-10');
    expect(sent).toEqual([`${told.name} member-month/member-5/2026-10`, `${told.name} member-month/member-5/2026-10`]);
    expect(processes.startedAlone).toMatchObject([{ memberId: 'member-5', branchId: 'dongwan', period: '2026-10' }]);
  });

  it('starts it with the application that it is to hear of', async () => {
    const { handlers, processes, world } = await beforeTheStart();
    const { _id: actId } = await world.apply(5);
    await applyUnapplied(world.deps, 'dongwan', '2026-10');
    await handle(handlers, 'applied', { memberId: 'member-5', period: '2026-10', actId, at: 1 });
    expect(processes.startedAlone).toMatchObject([{ memberId: 'member-5', application: { actId, late: false } }]);
  });

  it('starts nothing where the signal is for nobody of the month, or its process for the branch', async () => {
    const { handlers, processes } = await beforeTheStart();
    await handle(handlers, 'signal', signals.left('member-99', '2026-10'), 'dongwan/2026-10');
    await handle(handlers, 'signal', signals.clockChanged('branch-month/dongwan/2026-10', { clock }), 'dongwan/2026-10');
    expect([processes.started, processes.startedAlone]).toEqual([[], []]);
  });
});
