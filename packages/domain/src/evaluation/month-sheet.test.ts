import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { period } from '../calendar/period.ts';
import { points, pointsFromHundredths } from '../points/points.ts';
import { aProfile, aReadyScheme } from '../schemes/profile/profile.builders.ts';
import { aPledge, aRow, aYear, done, partlyDone } from './evaluation.builders.ts';
import type { KeptRow, YearSoFar } from './month-facts.ts';
import type { Fulfilment } from './month-line.ts';
import { canonicalSheet, sheetOfMonth } from './month-sheet.ts';
import { taskPoints } from './task-points.ts';

const absence = aRow('base', 'unexcused-absence', '-0.5');
const reward = (amount: number) => aRow('reward', 'major-contribution', amount, { evidence: 'letter 12' });
const honour = (amount: number) => aRow('honour', 'county-level', amount, { evidence: 'county letter 3' });
const sheet = (other: Partial<YearSoFar> = {}) => sheetOfMonth(aReadyScheme, aYear(other));
const month = (at: string, ceiling: number) => ({ period: period(at), ceiling: points(ceiling) });
const earlier = (at: string, row: KeptRow): KeptRow => ({ ...row, id: `${at}/${row.id}`, period: period(at) });
const decided = (amount: number) => ({ kind: 'decided', amount: points(amount) }) as const;
const taskIn = (at: string, amount: number) => earlier(at, aRow('task', 'fulfilments', amount));

describe('a member’s month (regulation 2-1, 2-2)', () => {
  it('adds the month’s deductions, task and reward points; honour points stay apart', () => {
    const made = sheet({ rows: [absence, reward(2), honour(3)] });
    expect([made.base, made.task, made.reward, made.honour, made.total]).toEqual([-50, 600, 200, 300, 750]);
    expect([made.yearToDate.total, made.yearToDate.honour]).toEqual([2750, 300]);
  });

  it('the first month starts from 20 base points', () =>
    expect(sheet({ rows: [absence] }).yearToDate).toEqual({
      baseBalance: 1950,
      task: 600,
      reward: 0,
      honour: 0,
      total: 2550,
      possibleMaximum: 2600,
    }));

  it('through June, a member has 52 of 55 possible points', () => {
    const months = [1, 2, 3, 4, 5].map((one) => month(`2026-0${one}`, 6));
    const rows = [earlier('2026-02', aRow('base', 'late-dues', -1)), ...months.map((one) => taskIn(one.period, 6))];
    const { yearToDate } = sheet({ period: period('2026-06'), months: [...months, month('2026-06', 5)], rows, claim: decided(3) });
    expect([yearToDate.total, yearToDate.possibleMaximum]).toEqual([5200, 5500]);
  });

  it('a member who has not applied keeps the ceiling in the possible maximum and is marked, not given a zero', () => {
    const made = sheet({ claim: { kind: 'not-applied' } });
    expect([made.applied, made.task, made.yearToDate.possibleMaximum]).toEqual([false, 0, 2600]);
    expect(made.trace.map((step) => step.code)).toContain('task-not-applied');
  });

  it('a row that was taken back, in this month or an earlier one, counts no longer; what took its place does', () => {
    const takenBack = (row: KeptRow): KeptRow => ({
      ...row,
      id: `${row.id}/reversal`,
      amount: pointsFromHundredths(-row.amount),
      reverses: row.id,
    });
    const [wrong, before] = [reward(3), earlier('2026-09', absence)];
    const months = [month('2026-09', 6), month('2026-10', 6)];
    const made = sheet({ months, rows: [before, takenBack(before), wrong, takenBack(wrong), reward(2)] });
    expect([made.base, made.reward, made.yearToDate.baseBalance, made.yearToDate.reward]).toEqual([0, 200, 2000, 200]);
    expect(made.trace.filter(({ code }) => code === 'reward-entry')).toEqual([
      { code: 'reward-entry', values: { item: 'major-contribution', amount: '2' } },
    ]);
  });

  it('an amount that is no multiple of the sample is not lost (A12)', () =>
    expect(sheet({ rows: [aRow('base', 'late-dues', '-0.75')] })).toMatchObject({ base: -75, yearToDate: { baseBalance: 1925 } }));

  it('a month without the member has neither rows nor ceiling', () => {
    const made = sheet({ rows: [earlier('2026-09', absence), taskIn('2026-09', 6)] });
    expect(made.yearToDate).toMatchObject({ baseBalance: 2000, task: 600, possibleMaximum: 2600 });
  });

  it('rows of a member’s former standard count unchanged', () => {
    const rows = [earlier('2026-09', aRow('base', 'absence-from-post', '-1.25')), earlier('2026-09', aRow('reward', 'letter', '1.5'))];
    const made = sheet({ months: [month('2026-09', 6), month('2026-10', 6)], rows: [...rows, aRow('base', 'harvest', -1)] });
    expect(made.yearToDate).toMatchObject({ baseBalance: 1775, reward: 150 });
    expect(made.trace[0]).toEqual({ code: 'base-entry', values: { item: 'harvest', amount: '-1' } });
  });

  it('caps and floors of the year are marked in the month, not taken off', () => {
    const months = Array.from({ length: 12 }, (_, index) => month(`2026-${String(index + 1).padStart(2, '0')}`, 6));
    const past = months.slice(0, 11).map((one) => taskIn(one.period, 6));
    const rows = [...past, earlier('2026-03', aRow('base', 'late-dues', '-19.5')), earlier('2026-04', reward(9))];
    const at = period('2026-12');
    const now = [aRow('base', 'late-dues', -1, { period: at }), { ...reward(3), period: at }];
    const made = sheet({ period: at, months, rows: [...rows, ...now] });
    expect(made.yearToDate).toMatchObject({ baseBalance: -50, task: 7200, reward: 1200 });
    expect(made.surplus).toEqual({ belowBaseFloor: 50, task: 200, reward: 200 });
    expect(made.trace.slice(-3)).toEqual([
      { code: 'base-below-floor', values: { amount: '0.5' } },
      { code: 'task-surplus', values: { amount: '2' } },
      { code: 'reward-surplus', values: { amount: '2' } },
    ]);
  });

  it('a component exactly at its cap or floor has no surplus', () => {
    const rows = [aRow('base', 'late-dues', -20), reward(10)];
    expect(sheet({ rows, months: [month('2026-10', 70)], claim: decided(70) }).surplus).toEqual({ belowBaseFloor: 0, task: 0, reward: 0 });
  });

  it('answers why this number, item by item', () => {
    expect(sheet({ rows: [absence, reward(2)] }).trace).toEqual([
      { code: 'base-entry', values: { item: 'unexcused-absence', amount: '-0.5' } },
      { code: 'task-pledge', values: { pledgeId: 'p1', kind: 'common', weight: 1, rate: 'done', percent: '100' } },
      { code: 'task-points', values: { ceiling: '6', weight: 1, points: '6' } },
      { code: 'reward-entry', values: { item: 'major-contribution', amount: '2' } },
      { code: 'month-total', values: { total: '7.5' } },
      { code: 'year-to-date', values: { total: '27.5', possibleMaximum: '26' } },
    ]);
  });

  const pledged = (pledgeId: string, weight: number, rate: string, percent: string) => ({
    code: 'task-pledge',
    values: { pledgeId, kind: 'common', weight, rate, percent },
  });

  it.each<[string, Partial<YearSoFar>, readonly object[]]>([
    [
      'pledge by pledge',
      {
        pledgesDue: [aPledge('p1'), aPledge('p2')],
        claim: { kind: 'fulfilments', fulfilments: [done('p1'), partlyDone('p2')] },
      },
      [
        pledged('p1', 1, 'done', '100'),
        pledged('p2', 1, 'partly-done', '60'),
        { code: 'task-points', values: { ceiling: '6', weight: 2, points: '4.8' } },
      ],
    ],
    [
      'by a stated progress',
      { pledgesDue: [], claim: { kind: 'stated-progress', percent: 50 } },
      [{ code: 'task-progress-stated', values: { percent: 50, ceiling: '6', points: '3' } }],
    ],
    ['by a decision', { claim: decided(5) }, [{ code: 'task-decided', values: { points: '5', ceiling: '6' } }]],
    ['without an application', { claim: { kind: 'not-applied' } }, [{ code: 'task-not-applied', values: { ceiling: '6' } }]],
  ])('says why the task points are what they are: %s', (_how, year, told) => expect(sheet(year).trace.slice(0, -2)).toEqual(told));

  it('has no grade before the year’s end', () => expect(Object.keys(sheet())).not.toContain('grade'));

  it('is never made of what the ledger cannot hold: two task rows of one month', () => {
    const months = [month('2026-09', 6), month('2026-10', 6)];
    const rows = [taskIn('2026-09', 6), { ...taskIn('2026-09', 6), id: 'again' }];
    expect(() => sheet({ months, rows })).toThrow(/no sheet of m1 in 2026-10.*more-than-one-entry/);
  });
});

describe('the task points of a line and of a sheet', () => {
  it('are the same, however they come about', () => {
    const rate = fc.constantFrom<Fulfilment['rate']>('done', 'partly-done', 'not-done');
    const claims = fc.oneof(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), rate), { minLength: 1, maxLength: 5 }).map((given) => ({
        pledgesDue: given.map(([weight], index) => aPledge(`p${index}`, weight)),
        claim: { kind: 'fulfilments' as const, fulfilments: given.map(([, one], index) => ({ pledgeId: `p${index}`, rate: one })) },
      })),
      fc.integer({ min: 0, max: 100 }).map((percent) => ({ pledgesDue: [], claim: { kind: 'stated-progress' as const, percent } })),
      fc
        .integer({ min: 0, max: 500 })
        .map((amount) => ({ pledgesDue: [aPledge('p1')], claim: { kind: 'decided' as const, amount: pointsFromHundredths(amount) } })),
    );
    fc.assert(
      fc.property(claims, fc.integer({ min: 500, max: 600 }).map(pointsFromHundredths), ({ pledgesDue, claim }, ceiling) => {
        const ofLine = taskPoints({ rates: aProfile.task.rates, ceiling, pledgesDue }, claim);
        const ofSheet = sheet({ pledgesDue, claim, months: [{ period: period('2026-10'), ceiling }] });
        expect(ofLine).toEqual({ ok: true, value: ofSheet.task });
      }),
    );
  });
});

describe('the text of a sheet (regulation 2-2)', () => {
  it('is the same whenever the sheet is computed again, in whatever order its rows stand', () => {
    const rows = [absence, aRow('base', 'late-dues', -1), reward(2)];
    expect(canonicalSheet(sheet({ rows }))).toBe(canonicalSheet(sheet({ rows: rows.toReversed() })));
  });

  it('changes with every component and with the scheme’s version', () => {
    const { scheme } = aReadyScheme.monthly;
    const next = { ...aReadyScheme, profile: { ...aProfile, version: scheme.version + 1 } };
    const years = [
      aYear(),
      aYear({ rows: [absence] }),
      aYear({ rows: [reward(1)] }),
      aYear({ rows: [honour(1)] }),
      aYear({ claim: decided(5) }),
      aYear({ claim: { kind: 'not-applied' } }),
      aYear({ claim: decided(5), months: [month('2026-10', 5)] }),
      aYear({ period: period('2026-11') }),
    ];
    const texts = [...years.map((year) => sheetOfMonth(aReadyScheme, year)), sheetOfMonth(next, aYear())].map(canonicalSheet);
    expect(new Set(texts).size).toBe(9);
  });
});
