import { beforeEach, describe, expect, it } from '@jest/globals';
import { type BranchMonthView, branchMonthView, type ObjectionBody, todosAnswer } from '@jifen/contracts';
import { aCaller, aGrant } from '@jifen/test-kit';
import { aMemberCard } from '../cards/card.builders.ts';
import { audit, member, recorder, reviewer, secretary, stranger, superior, upTo } from '../decisions/october.builders.ts';
import { coreHandlers } from '../handlers.ts';
import { findOutstanding } from '../outstanding/find-outstanding.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { handle } from '../relays.ts';
import { listTodos } from '../todos/list-todos.ts';
import { raiseObjection } from './raise-objection.ts';

let world: ReadWorld;
beforeEach(async () => {
  world = await readWorld();
  await upTo('posted', world);
});

const month = { branchId: 'dongwan', period: '2026-10' };
const clerk = aCaller({ personId: 'person-80', grants: [aGrant({ role: 'township-clerk', organisation: '/qinghe/lianhu' })] });
const byTelephone = { way: 'telephone', memberId: 'member-5' } as const;
const bodyOf = (of: Partial<ObjectionBody> = {}): ObjectionBody => ({
  actId: 'objection-one',
  round: 1,
  memberId: 'member-7',
  component: 'task',
  statement: '分值有误',
  ...of,
});
const raise = (caller = secretary, of: Partial<ObjectionBody> = { onBehalf: byTelephone }) =>
  raiseObjection(world.reads, { ...month, body: bodyOf(of), caller, now: world.clock.now(), audit });
const answer = (caller = secretary, upheld = false) => {
  const change = upheld ? { change: { memberId: 'member-7', deductions: [], task: 300, rewards: [] } } : {};
  return world.decide(caller, { kind: 'answer-objection', objectionId: 'objection-one', upheld, answer: '已核实', ...change });
};
const plan = () => handle(coreHandlers(world.deps), 'plan-member-waits', {}, 'dongwan/2026-10');
async function seenBy(caller = secretary): Promise<BranchMonthView> {
  const view = await readBranchMonth(world.reads, { ...month, caller, now: world.clock.now() });
  if (!view.ok) throw new Error(view.refusal.code);
  return branchMonthView.parse(view.value);
}
const todosOf = async (caller = secretary) =>
  todosAnswer.parse({ items: await listTodos(world.reads, { caller, now: world.clock.now() }) }).items;
const told = async (level: number) => {
  const found = await findOutstanding(world.reads, { ...month, step: 'objection', round: 1, level }, world.clock.now());
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('an objection that comes by telephone', () => {
  it.each([
    ['the secretary', secretary],
    ['the recorder', recorder],
    ['the township clerk', clerk],
  ])('is recorded by %s for the member who raised it', async (_who, caller) => {
    expect(await raise(caller)).toMatchObject({ ok: true, value: { status: 'effective' } });
    const [objection] = (await seenBy()).objections;
    expect(objection?.objector).toEqual({ kind: 'member', memberId: 'member-5', name: '党员5' });
    expect(objection?.onBehalf?.way).toBe('telephone');
  });

  it.each([
    ['a committee member', reviewer],
    ['a member', member(6)],
    ['the committee above', superior],
  ])('is not recorded by %s', async (_who, caller) =>
    expect(await raise(caller)).toMatchObject({ ok: false, refusal: { code: 'forbidden', action: 'objection:raise-on-behalf' } }),
  );

  it('of another branch is not found, nor is a member of another branch', async () => {
    expect(await raise(stranger)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await raise(secretary, { onBehalf: { way: 'letter', memberId: 'member-99' } })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(await world.acts.find('objection-one')).toBeUndefined();
  });

  it('is recorded for a member who takes no part in the points', async () => {
    const exempt = aMemberCard(20, { name: '免予者' });
    const cards = { ...world.reads.cards, membersOf: async () => [exempt] };
    const onBehalf = { way: 'in-person', memberId: 'member-20' } as const;
    const asked = { ...month, body: bodyOf({ onBehalf }), caller: recorder, now: world.clock.now(), audit };
    expect(await raiseObjection({ ...world.reads, cards }, asked)).toMatchObject({ ok: true });
    expect((await seenBy()).objections).toMatchObject([
      { objector: { memberId: 'member-20', name: '免予者' }, onBehalf: { way: 'in-person' } },
    ]);
  });

  it('is answered by whoever recorded it, and the objector hears of it', async () => {
    await raise(secretary);
    expect(await answer(secretary)).toMatchObject({ ok: true, value: { status: 'effective' } });
    const notices = world.months.pendingOf('dongwan/2026-10').filter(({ type }) => type === 'notice');
    expect(notices.at(-1)?.payload).toMatchObject({ template: 'objection-answered', recipients: ['person-5'] });
  });

  it('is not answered by the objector, although another recorded it', async () => {
    await raise(recorder, { onBehalf: { way: 'telephone', memberId: 'member-2' } });
    expect(await answer(reviewer)).toMatchObject({ ok: false, refusal: { code: 'own-entry' } });
    expect((await seenBy(reviewer)).allowed).not.toContain('answer-objection');
    expect(await answer(secretary)).toMatchObject({ ok: true });
  });

  it('of somebody outside the branch keeps the name that they gave, and nothing else of them', async () => {
    await raise(recorder, { onBehalf: { way: 'letter', outsider: '村民某某' } });
    expect((await seenBy()).objections).toMatchObject([
      { objector: { kind: 'outsider', name: '村民某某' }, onBehalf: { way: 'letter', enteredBy: '党员4' } },
    ]);
    expect(JSON.stringify((await world.record()).state)).not.toContain('村民某某');
    expect(JSON.stringify(world.months.pendingOf('dongwan/2026-10'))).not.toContain('村民某某');
    expect(JSON.stringify(world.acts.pendingOf('objection-one'))).not.toContain('村民某某');
  });
});

describe('the answer to somebody outside the branch', () => {
  it('is told to whoever recorded it for them, who hands it over', async () => {
    await raise(recorder, { onBehalf: { way: 'letter', outsider: '村民某某' } });
    await answer();
    const notices = world.months.pendingOf('dongwan/2026-10').filter(({ type }) => type === 'notice');
    expect(notices.at(-1)?.payload).toMatchObject({ template: 'objection-answered', recipients: ['person-4'], facts: { handOver: 1 } });
  });
});

describe('a second objection', () => {
  it('of the same act is the same one', async () => {
    await raise();
    expect(await raise()).toMatchObject({ ok: true, value: { _id: 'objection-one' } });
    expect((await seenBy()).objections).toHaveLength(1);
  });

  it.each([
    ['a member, whoever records it', { onBehalf: byTelephone }, {}, member(5)],
    [
      'somebody outside the branch',
      { onBehalf: { way: 'letter', outsider: '村民某某' } },
      { onBehalf: { way: 'telephone', outsider: '村民某某' } },
      recorder,
    ],
  ] as const)('of %s about the same line and component names the first one’s number', async (_who, first, second, caller) => {
    await raise(secretary, first);
    expect(await raise(caller, { ...second, actId: 'objection-two' })).toEqual({
      ok: false,
      refusal: { code: 'already-objected', period: '2026-10', number: 1 },
    });
    expect(await raise(caller, { ...second, actId: 'objection-three', component: 'reward' })).toMatchObject({ ok: true });
    expect((await seenBy()).objections.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('what is seen of an objection', () => {
  it('is the number as it was posted and the wish, also once the number is another', async () => {
    await raise(secretary, { onBehalf: byTelephone, wish: 450 });
    expect((await seenBy()).objections).toMatchObject([{ number: 1, posted: 600, wish: 450, status: 'open' }]);
    await answer(reviewer, true);
    expect((await seenBy()).objections).toMatchObject([
      { posted: 600, changedTo: 300, status: 'upheld', answer: '已核实', answeredBy: '党员2', answeredAt: world.clock.now() },
    ]);
  });

  it('is the objector for the objector, the posts of the branch and the committee above', async () => {
    await raise();
    for (const caller of [member(5), reviewer, recorder, superior])
      expect((await seenBy(caller)).objections.map(({ objector }) => objector.name)).toEqual(['党员5']);
  });

  it('is not the objector for whose line it is, and nothing at all for other members', async () => {
    await raise();
    expect((await seenBy(member(7))).objections).toMatchObject([{ memberId: 'member-7', objector: { kind: 'member' }, statement: '' }]);
    expect(JSON.stringify((await seenBy(member(7))).objections)).not.toMatch(/member-5|党员5|telephone/);
    expect((await seenBy(member(8))).objections).toEqual([]);
  });
});

describe('the answer to an objection', () => {
  beforeEach(async () => {
    await raise();
    await plan();
  });

  it('is due by the calendar: the record keeps the day, and the month’s processes hear of it once', async () => {
    expect((await world.record()).objectionWaits).toMatchObject([{ objectionId: 'objection-one', lastDay: '2026-11-25' }]);
    expect((await seenBy()).objections[0]?.lastDay).toBe('2026-11-25');
    const signals = world.months.pendingOf('dongwan/2026-10').filter(({ id }) => id.startsWith('signal/member-waits'));
    expect(signals.map(({ payload }) => payload)).toMatchObject([
      { workflowId: 'branch-month/dongwan/2026-10' },
      {
        workflowId: 'publication/dongwan/2026-10/1',
        payload: {
          state: {
            deadlines: [
              { step: 'publicity', passes: true },
              { step: 'objection', lastDay: '2026-11-25' },
            ],
          },
        },
      },
    ]);
    const { version } = await world.record();
    await plan();
    expect((await world.record()).version).toBe(version);
  });

  it('is a to-do of those who may give it, with its last day, overdue from the midnight after it', async () => {
    const todoOf = async () => (await todosOf(secretary)).find(({ kind }) => kind === 'answer-objection');
    world.clock.set('2026-11-25T23:59:59+08:00');
    expect(await todoOf()).toMatchObject({ lastDay: '2026-11-25', overdue: false });
    world.clock.set('2026-11-26T00:00:00+08:00');
    expect(await todoOf()).toMatchObject({ lastDay: '2026-11-25', overdue: true });
    expect((await todosOf(recorder)).map(({ kind }) => kind)).not.toContain('answer-objection');
  });

  it('is asked of those who may give it, later of the committee above, and of nobody once it is there', async () => {
    expect(await told(0)).toMatchObject({ open: true, lastDay: '2026-11-25' });
    expect((await told(1)).people.map(({ personId }) => personId)).toEqual(['person-2', 'person-3', 'person-1']);
    expect((await told(2)).people.at(-1)).toEqual({ personId: 'person-90', reason: 'supervises' });
    await answer();
    expect(await told(2)).toMatchObject({ open: false, people: [] });
  });

  it('of a second objection is waited for when the first is answered', async () => {
    world.clock.set('2026-11-12T09:00:00+08:00');
    await raise(secretary, { actId: 'objection-two', component: 'base', onBehalf: byTelephone });
    await plan();
    expect(await told(0)).toMatchObject({ lastDay: '2026-11-25' });
    await answer();
    expect(await told(0)).toMatchObject({ lastDay: '2026-11-26' });
  });
});
