import { beforeEach, describe, expect, it } from '@jest/globals';
import { member, secretary, upTo } from '../decisions/october.builders.ts';
import { eventHandlers } from '../handlers.ts';
import { readBranchMonth } from '../overview/read-branch-month.ts';
import { breakOnce } from '../recording/crashing.ts';
import { handle } from '../relays.ts';
import { readSheet } from '../sheets/read-sheet.ts';
import { type EarlierWorld, earlierWorld, paperLine, paperMonth } from './earlier.builders.ts';

let world: EarlierWorld;
beforeEach(async () => {
  world = await earlierWorld();
});

/** What the relay of the acts does after a restart. */
async function relayActs(): Promise<void> {
  for (const { _id } of world.acts.all().filter(({ kind }) => kind === 'bring-in')) {
    for (const { type, payload } of world.acts.pendingOf(_id)) {
      if (type === 'bring-in') await handle(eventHandlers(world.reads), type, payload);
    }
  }
}

const sheetOf = async (n: number) => {
  const read = await readSheet(world.reads, { memberId: `member-${n}`, year: 2026, caller: member(n), now: world.clock.now() });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const yearToDateOf = async (n: number, period: string) => {
  const sheets = await world.sheets.ofYear(`member-${n}`, 2026);
  return sheets.find((sheet) => sheet.period === period)?.yearToDate;
};

describe('a process that dies while a month comes in from paper', () => {
  it.each([
    ['before the act is recorded', 'acts', 'insert', 'before'],
    ['between the act and the month', 'acts', 'insert', 'after'],
    ['before the month is written', 'months', 'insert', 'before'],
    ['after the month is written', 'months', 'insert', 'after'],
    ['before the act is effective', 'acts', 'becomeEffective', 'before'],
  ] as const)('%s: sent again, the file is in the record once', async (_when, store, method, moment) => {
    breakOnce(world[store] as unknown as Record<string, unknown>, method, moment);
    await expect(world.bring([paperMonth(2), paperMonth(3)])).rejects.toThrow(`broken ${moment} ${method}`);
    expect(await world.bring([paperMonth(2), paperMonth(3)])).toMatchObject({
      ok: true,
      value: [
        { _id: 'paper-02', status: 'effective' },
        { _id: 'paper-03', status: 'effective' },
      ],
    });
    await relayActs();
    await world.relayMonths(['2026-02', '2026-03']);
    expect(world.ledger.rows().filter(({ memberId }) => memberId === 'member-1')).toHaveLength(2);
    expect(world.acts.all().filter(({ kind }) => kind === 'bring-in')).toHaveLength(2);
  });

  it.each([
    ['between the act and the month', 'acts', 'insert', 'after'],
    ['after the month is written', 'months', 'insert', 'after'],
    ['before the act is effective', 'acts', 'becomeEffective', 'before'],
  ] as const)('%s: the relay goes on, though nobody sends it again', async (_when, store, method, moment) => {
    breakOnce(world[store] as unknown as Record<string, unknown>, method, moment);
    await expect(world.bring([paperMonth(3)])).rejects.toThrow('broken');
    await relayActs();
    await relayActs();
    expect(await world.acts.find('paper-03')).toMatchObject({ status: 'effective' });
    await world.relayMonths(['2026-03']);
    expect(await sheetOf(1)).toMatchObject({ throughPeriod: '2026-03', yearToDate: { total: 2600 } });
  });

  it.each([
    ['ledger', 'add'],
    ['sheets', 'keep'],
    ['sheets', 'totalsOfYear'],
    ['months', 'update'],
  ] as const)('in the middle of its projection (%s.%s): the relay goes on, and the month waits no longer', async (store, method) => {
    breakOnce(world[store] as unknown as Record<string, unknown>, method, 'after');
    await expect(world.bring([paperMonth(3)])).rejects.toThrow('broken');
    await world.relayMonths(['2026-03']);
    await world.relayMonths(['2026-03']);
    expect(world.ledger.rows()).toHaveLength(8);
    expect(await yearToDateOf(8, '2026-03')).toMatchObject({ total: 2600, possibleMaximum: 2600 });
    expect((await world.months.find('dongwan', '2026-03'))?.awaitingProjection).toBeUndefined();
  });

  it('is refused by the relay when the plan was changed in between, and leaves no month', async () => {
    breakOnce(world.acts, 'insert', 'after');
    await expect(world.bring([paperMonth(3)])).rejects.toThrow('broken');
    const plan = await world.reads.plans.find('dongwan', 2026);
    if (!plan) throw new Error('no plan');
    await world.reads.plans.keep({ ...plan, ceilings: plan.ceilings.map(() => 500), refused: [], keptAt: 1 });
    await relayActs();
    expect(await world.acts.find('paper-03')).toMatchObject({ status: 'refused', refusal: { code: 'exceeds-ceiling' } });
    expect(await world.months.find('dongwan', '2026-03')).toBeUndefined();
  });
});

describe('the year so far, with months from paper', () => {
  const months = [
    paperMonth(1, { lines: [paperLine(1, { deductions: [{ item: 'late-dues', amount: 50, basis: '党费迟交' }] })] }),
    paperMonth(2, { lines: [paperLine(1, { task: { kind: 'decided', amount: 300 } })] }),
    paperMonth(3, { lines: [paperLine(1, { rewards: [{ item: 'major-contribution', amount: 300, evidence: '县报3月8日' }] })] }),
  ];

  it.each([
    ['in order', [[0], [1], [2]]],
    ['the newest first', [[2], [1], [0]]],
    ['all at once', [[2, 1, 0]]],
    ['two at once after the last', [[2], [1, 0]]],
  ])('is the same when they come %s', async (_how, together) => {
    for (const files of together) await Promise.all(files.map((index) => world.bring(months.slice(index, index + 1))));
    const totals = ['2026-01', '2026-02', '2026-03'].map(async (period) => (await yearToDateOf(1, period))?.total);
    expect(await Promise.all(totals)).toEqual([2550, 2850, 3750]);
    expect((await sheetOf(1)).yearToDate).toEqual({
      base: -50,
      task: 1500,
      reward: 300,
      honour: 0,
      total: 3750,
      baseBalance: 1950,
      possibleMaximum: 3800,
      rewardSurplus: 0,
    });
  });

  it('goes on with the month that the system runs', async () => {
    await world.bring(months);
    await world.relayMonths(['2026-01', '2026-02', '2026-03']);
    await upTo('resolved', world);
    await world.project();
    expect(await yearToDateOf(1, '2026-10')).toMatchObject({ total: 4350, possibleMaximum: 4400 });
    expect(await sheetOf(1)).toMatchObject({ throughPeriod: '2026-10', yearToDate: { total: 4350 } });
  });

  it('says of each month whether it came from paper, why it is what it is, and of each entry the meeting', async () => {
    await world.bring(months);
    await world.relayMonths(['2026-01', '2026-02', '2026-03']);
    const sheet = await sheetOf(1);
    expect(sheet.months.map(({ state, broughtIn }) => [state, broughtIn ?? false]).slice(0, 4)).toEqual([
      ['settled', true],
      ['settled', true],
      ['settled', true],
      ['none', false],
    ]);
    expect(sheet.months[1]?.trace.map(({ code }) => code)).toContain('task-decided');
    expect(sheet.months[9]?.broughtIn).toBeUndefined();
    expect(sheet.entries.find(({ item }) => item === 'late-dues')).toMatchObject({
      amount: -50,
      basis: '党费迟交',
      meetingOn: '2026-02-10',
      onBehalf: false,
    });
  });
});

describe('the branch’s month, brought in from paper', () => {
  const read = (caller = secretary) =>
    readBranchMonth(world.reads, { branchId: 'dongwan', period: '2026-03', caller, now: world.clock.now() });

  it('shows the resolved values and the days of the paper, and offers nothing to do', async () => {
    await world.bring([paperMonth(3)]);
    await world.relayMonths(['2026-03']);
    const view = await read();
    if (!view.ok) throw new Error(view.refusal.code);
    expect(view.value).toMatchObject({
      stage: 'closed',
      allowed: [],
      waitingFor: [],
      acts: [],
      broughtIn: { source: '纸质台账补录', role: 'supervising-committee' },
      publications: [{ status: 'closed', postedOn: '2026-04-11', filedAt: Date.parse('2026-04-19T00:00:00+08:00') }],
      meeting: { held: [{ heldOn: '2026-04-10', present: 8, inFavour: 8, carried: true, quorumMet: true }] },
    });
    expect(view.value.rows[0]).toMatchObject({ application: 'applied', resolved: { task: 600 }, totals: { total: 600 }, yearToDate: 2600 });
    expect(view.value.rows[0]?.registered).toBeUndefined();
  });

  it('is marked for a member without a post too', async () => {
    await world.bring([paperMonth(3)]);
    const view = await read(member(7));
    expect(view).toMatchObject({ value: { broughtIn: { source: '纸质台账补录' } } });
  });
});
