import { beforeEach, describe, expect, it } from '@jest/globals';
import { audit, recorder, stranger, superior } from '../decisions/october.builders.ts';
import { openMonth } from '../opening/open-month.ts';
import { missOnce } from '../recording/crashing.ts';
import { department, type EarlierWorld, earlierWorld, paperLine, paperMonth } from './earlier.builders.ts';

let world: EarlierWorld;
beforeEach(async () => {
  world = await earlierWorld();
});

const recordOf = (period: string) => world.months.find('dongwan', period);
const codesOf = async (...asked: Parameters<EarlierWorld['bring']>) => {
  const brought = await world.bring(...asked);
  if (brought.ok) return [];
  return brought.refusal.code === 'earlier-months-wrong' ? brought.refusal.issues.map(({ code }) => code) : [brought.refusal.code];
};

describe('months that were settled on paper (以前月份补录)', () => {
  it('stand in the record as closed, with the paper’s days and votes, from what and by which level', async () => {
    const brought = await world.bring([paperMonth(3)]);
    expect(brought).toMatchObject({ ok: true, value: [{ _id: 'paper-03', kind: 'bring-in', status: 'effective', period: '2026-03' }] });
    expect(await recordOf('2026-03')).toMatchObject({
      stage: 'closed',
      round: 1,
      ceiling: 600,
      meetingOn: '2026-04-10',
      deadlines: [],
      actIds: ['paper-03'],
      counters: { due: 8, applied: 8, onBehalf: 0, late: 0, absent: 0, objections: 0, heldBack: 0 },
      publications: [{ round: 1, postedOn: '2026-04-11', filedAt: Date.parse('2026-04-19T00:00:00+08:00') }],
      broughtIn: { source: '纸质台账补录', at: world.clock.now(), role: 'supervising-committee' },
    });
  });

  it('start no process, tell nobody and wait for nobody', async () => {
    world.processes.started.length = 0;
    await world.bring([paperMonth(2), paperMonth(3)], { caller: department });
    await world.relayMonths(['2026-02', '2026-03']);
    expect([world.processes.started, world.processes.signals]).toEqual([[], []]);
    expect(world.sentNotices).toEqual([]);
    const types = ['2026-02', '2026-03'].flatMap((period) => world.months.pendingOf(`dongwan/${period}`).map(({ type }) => type));
    expect(types).toEqual(['project', 'project']);
    expect(await world.months.openKeys({ limit: 9 })).toMatchObject([{ _id: 'dongwan/2026-10' }]);
  });

  it('are on record with who entered them', async () => {
    await world.bring([paperMonth(3)], { caller: department });
    expect(world.acts.pendingOf('paper-03')).toMatchObject([
      { type: 'audit', payload: { target: 'dongwan/2026-03' } },
      { type: 'bring-in', payload: { actId: 'paper-03' } },
    ]);
    expect(await world.acts.find('paper-03')).toMatchObject({ by: { personId: 'person-91', role: 'county-organisation-department' } });
  });

  it('come into a month’s line as applied, or as not applied for', async () => {
    const lines = [paperLine(1), paperLine(2, { task: { kind: 'not-applied' } })];
    await world.bring([paperMonth(3, { lines })]);
    expect((await recordOf('2026-03'))?.counters).toMatchObject({ due: 2, applied: 1, absent: 1 });
  });
});

describe('a file that is sent again', () => {
  it('is answered the same, and nothing is there twice', async () => {
    const file = [paperMonth(2), paperMonth(3)];
    const first = await world.bring(file);
    expect(await world.bring(file)).toEqual(first);
    expect(world.months.pendingOf('dongwan/2026-03')).toHaveLength(1);
    expect(world.acts.all().filter(({ kind }) => kind === 'bring-in')).toHaveLength(2);
  });

  it('brings in what is new in it', async () => {
    await world.bring([paperMonth(3)]);
    const both = await world.bring([paperMonth(3), paperMonth(4)]);
    expect(both.ok && both.value.map(({ _id }) => _id)).toEqual(['paper-03', 'paper-04']);
  });

  it.each([
    ['another line', { months: [paperMonth(3, { lines: [paperLine(1)] })] }],
    ['another source', { months: [paperMonth(3)], source: '电子表格' }],
    ['another person', { months: [paperMonth(3)], caller: department }],
  ])('with %s under the same id is refused, and nothing of the file is brought in', async (_what, { months, ...of }) => {
    await world.bring([paperMonth(3)]);
    const again = await world.bring([...months, paperMonth(4)], of);
    expect(again).toEqual({ ok: false, refusal: { code: 'different-body', actId: 'paper-03' } });
    expect(await recordOf('2026-04')).toBeUndefined();
  });

  it('while the first sending is still on its way is the same file, and both hear so', async () => {
    const file = [paperMonth(2), paperMonth(3)];
    missOnce(world.acts, 'find', () => world.bring(file));
    const second = await world.bring(file);
    expect(second.ok && second.value.map(({ _id, status }) => [_id, status])).toEqual([
      ['paper-02', 'effective'],
      ['paper-03', 'effective'],
    ]);
  });

  it('under other ids is a double', async () => {
    await world.bring([paperMonth(3)]);
    expect(await codesOf([paperMonth(3, { actId: 'other' })])).toEqual(['month-imported-already']);
  });
});

describe('a file with errors', () => {
  it('is answered with all of them, each with its place and what stands there, and nothing of it is brought in', async () => {
    const months = [
      paperMonth(2),
      paperMonth(10),
      paperMonth(4, {
        postedOn: '2026-05-01',
        lines: [
          paperLine(1, { rewards: [{ item: 'major-contribution', amount: 300 }] }),
          paperLine(2, { task: { kind: 'decided', amount: 601 } }),
        ],
      }),
      paperMonth(5, { lines: [paperLine(77)] }),
    ];
    const brought = await world.bring(months);
    const issues = brought.ok || brought.refusal.code !== 'earlier-months-wrong' ? [] : brought.refusal.issues;
    expect(issues.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['body.months.1.period', 'month-not-over', '2026-10'],
      ['body.months.1.meeting', 'day-in-the-future', months[1]?.meeting],
      ['body.months.1.postedOn', 'day-in-the-future', '2026-11-11'],
      ['body.months.1.filedOn', 'day-in-the-future', '2026-11-19'],
      ['body.months.2.postedOn', 'posted-before-the-meeting', '2026-05-01'],
      ['body.months.2.lines.0.rewards.0', 'evidence-required', { item: 'major-contribution', amount: 300 }],
      ['body.months.2.lines.1.task', 'exceeds-ceiling', { kind: 'decided', amount: 601 }],
      ['body.months.3.lines.0.memberId', 'not-of-the-branch', 'member-77'],
    ]);
    expect(await recordOf('2026-02')).toBeUndefined();
    expect(world.acts.all().filter(({ kind }) => kind === 'bring-in')).toEqual([]);
  });

  it('is refused for a month that the system has run, and for those after it', async () => {
    world.clock.set('2027-01-04T09:00:00+08:00');
    const november = paperMonth(11, { lines: [paperLine(1, { task: { kind: 'decided', amount: 500 } })] });
    expect(await codesOf([paperMonth(10), november])).toEqual(['month-run-by-process', 'month-run-by-process']);
  });

  it('is refused where nobody was secretary when the meeting was held', async () => {
    const [card] = await world.reads.cards.branches(['dongwan']);
    if (!card) throw new Error('Dongwan has no card');
    const posts = card.posts.map((post) => ({ ...post, from: Date.parse('2026-06-01T00:00:00+08:00') }));
    await world.reads.cards.keepBranches([{ ...card, posts, version: 2 }]);
    const brought = await world.bring([paperMonth(3), paperMonth(6)]);
    expect(brought).toMatchObject({
      refusal: {
        issues: [{ path: 'body.months.0.meeting.heldOn', code: 'post-vacant', value: '2026-04-10', facts: { role: 'secretary' } }],
      },
    });
  });

  it('is refused without the year plan', async () => {
    const shape = paperMonth(3);
    const months = [{ ...shape, period: '2025-12', meeting: { ...shape.meeting, heldOn: '2026-01-10' } }];
    expect(await codesOf(months)).toEqual(['no-year-plan']);
  });
});

describe('who brings earlier months in', () => {
  it('is forbidden to the branch’s own posts, and to others the branch does not exist', async () => {
    expect(await world.bring([paperMonth(3)], { caller: recorder })).toEqual({
      ok: false,
      refusal: { code: 'forbidden', action: 'earlier-month:import' },
    });
    expect(await world.bring([paperMonth(3)], { caller: stranger })).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await world.bring([paperMonth(3)], { branchId: 'nowhere' })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('a month that is opened by its process while its paper comes in', () => {
  it('stays the process’s: the act is refused, its key is free', async () => {
    const insert = world.months.insert;
    world.months.insert = async (record, events) => {
      world.months.insert = insert;
      await openMonth(world.reads, { branchId: 'dongwan', period: '2026-09', caller: superior, now: world.clock.now(), audit });
      return insert(record, events);
    };
    const brought = await world.bring([paperMonth(9)]);
    expect(brought).toEqual({
      ok: false,
      refusal: { code: 'overtaken', refusal: { code: 'month-run-by-process', facts: { period: '2026-09' } } },
    });
    expect((await recordOf('2026-09'))?.broughtIn).toBeUndefined();
    expect(await world.acts.find('paper-09')).toMatchObject({ status: 'refused', told: true });
    expect(await world.acts.findLive('dongwan/2026-09/bring-in')).toBeUndefined();
  });
});
