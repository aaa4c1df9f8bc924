import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '@jifen/contracts';
import { confirmEntry } from '../applications/confirm-entry.ts';
import { submitApplication } from '../applications/submit-application.ts';
import { audit, member, recorder } from '../decisions/october.builders.ts';
import { supplementOfALateLine } from '../decisions/supplement.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { applyUnapplied } from '../month-acts/apply-unapplied.ts';
import { findOutstanding } from '../outstanding/find-outstanding.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { handle } from '../relays.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
});

const dayMs = 86_400_000;
const month = { branchId: 'dongwan', period: '2026-10' };
const ports = () => ({ ...world.reads, fold: () => applyUnapplied(world.deps, 'dongwan', '2026-10') });
const asked = (caller: Caller) => ({ ...month, memberId: 'member-5', caller, now: world.clock.now(), audit });
const enter = (onBehalf: { way?: 'telephone'; paperSignedOn?: string }) =>
  submitApplication(ports(), {
    ...asked(recorder),
    body: { actId: 'entry', fulfilments: [{ pledgeId: 'pledge-5', state: 'done' }], rewards: [], onBehalf },
  });
const planned = () => world.months.pendingOf('dongwan/2026-10').filter(({ type }) => type === 'plan-member-waits');
const plan = () => handle(coreHandlers(world.deps), 'plan-member-waits', {}, 'dongwan/2026-10');
const told = async (step: 'entry-confirmation' | 'waiting-line', level = 0) => {
  const found = await findOutstanding(world.reads, { ...month, round: 1, step, level, memberId: 'member-5' }, world.clock.now());
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('an entry by telephone', () => {
  it('of a member who uses the screen is asked about: when, is in the record and known to the member’s process', async () => {
    const at = world.clock.now();
    expect(await enter({ way: 'telephone' })).toMatchObject({ ok: true, value: { status: 'effective' } });
    expect(planned()).toHaveLength(1);
    await plan();
    const reminders = [
      { at: at + 3 * dayMs, n: 1, level: 0 },
      { at: at + 6 * dayMs, n: 2, level: 1 },
    ];
    const wait = { memberId: 'member-5', step: 'entry-confirmation', since: at, reminders };
    expect((await world.record()).memberWaits).toEqual([wait]);
    const signal = world.months.pendingOf('dongwan/2026-10').find(({ id }) => id.startsWith('signal/member-waits'));
    expect(signal?.payload).toMatchObject({
      workflowId: 'member-month/member-5/2026-10',
      name: 'deadlinesChanged',
      payload: { waits: [wait] },
    });
  });

  it('is planned once, and not at all for a signed paper', async () => {
    await enter({ paperSignedOn: '2026-10-25' });
    expect(planned()).toEqual([]);
    await plan();
    expect((await world.record()).memberWaits).toBeUndefined();
    world = await readWorld();
    await enter({ way: 'telephone' });
    await plan();
    const { version } = await world.record();
    await plan();
    expect((await world.record()).version).toBe(version);
  });

  it('asks the member first, the recorder later, and nobody once it is confirmed', async () => {
    await enter({ way: 'telephone' });
    expect(await told('entry-confirmation', 0)).toMatchObject({ open: true, people: [{ personId: 'person-5', memberId: 'member-5' }] });
    expect((await told('entry-confirmation', 1)).people.map(({ personId }) => personId)).toEqual(['person-4']);
    await confirmEntry(ports(), { ...asked(member(5)), actId: 'mine', applicationId: 'entry' });
    expect(await told('entry-confirmation', 0)).toMatchObject({ open: false, people: [] });
  });
});

describe('a line that waits in a supplement', () => {
  it('is told to its member, with why, and to the level above', async () => {
    await supplementOfALateLine(world);
    const record = await world.record();
    const since = record.state.rounds.at(-1)?.begun?.at ?? 0;
    expect(planned()).toHaveLength(1);
    await plan();
    const waits = (await world.record()).memberWaits ?? [];
    expect(waits).toMatchObject([{ step: 'waiting-line', since, reminders: [{ at: since + 5 * dayMs, n: 1, level: 0 }] }]);
    const [memberId = ''] = waits.map((wait) => wait.memberId);
    const asked = { ...month, round: 1, step: 'waiting-line' as const, level: 0, memberId };
    const found = await findOutstanding(world.reads, asked, world.clock.now());
    expect(found).toMatchObject({
      ok: true,
      value: {
        open: true,
        because: 'late-application',
        people: [
          { memberId, reason: 'waits' },
          { personId: 'person-90', reason: 'supervises' },
        ],
      },
    });
  });
});
