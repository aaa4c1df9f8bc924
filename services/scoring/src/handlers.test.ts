import { expect, it } from '@jest/globals';
import { october } from './decisions/october.builders.ts';
import { coreHandlers } from './handlers.ts';
import { type ProcessSignal, signals } from './outbox/signals.ts';
import { handle } from './relays.ts';

const signal = (n: number): ProcessSignal => ({ workflowId: `member-month/member-${n}/2026-10`, name: 'settled', payload: {} });

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

it('a member who left before their process was there has it started and ended, so that a start on its way finds it ended', async () => {
  const world = await october();
  const { processes } = world;
  const left = signals.left('member-5', '2026-10');
  const sent: string[] = [];
  const notYetThere = async ({ workflowId, name }: ProcessSignal) => {
    sent.push(`${name} ${workflowId}`);
    return processes.present.has(workflowId) ? ('delivered' as const) : ('no-such-process' as const);
  };
  const handlers = coreHandlers({ ...world.deps, processes: { ...processes, signal: notYetThere } });
  await handle(handlers, 'signal', left, 'dongwan/2026-10');
  expect(sent).toEqual(['left member-month/member-5/2026-10', 'left member-month/member-5/2026-10']);
  expect(processes.startedAlone).toMatchObject([{ memberId: 'member-5', branchId: 'dongwan', period: '2026-10' }]);
});
