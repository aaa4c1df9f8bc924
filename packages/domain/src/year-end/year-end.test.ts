import { describe, expect, it } from '@jest/globals';
import { type Balances, emptyBalances } from '../evaluation/ledger.ts';
import { addPoints, type Points, points } from '../points/points.ts';
import type { Policies } from '../schemes/policies.ts';
import type { Scheme } from '../schemes/scheme.ts';
import { sourceScheme } from '../schemes/source-scheme.ts';
import { awardEligibility, consequenceOf } from './awards.ts';
import { gradeByPoints, gradeFor, gradingBasis, outstandingWithoutConsent } from './grade.ts';
import { evaluateYear, nextYearStart, type Veto, type YearMonth, type YearResult } from './year-result.ts';

const source = sourceScheme('village-community');
const withPolicies = (policies: Partial<Policies>): Scheme => ({ ...source, policies: { ...source.policies, ...policies } });
const month = (balances: Partial<Balances> = {}, ceiling: Points = points(6)): YearMonth => ({
  balances: { ...emptyBalances, ...balances },
  ceiling,
  active: true,
});
const light = (balances: Partial<Balances> = {}) => month(balances, points(5));
const breach: Veto = { kind: 'breach-of-discipline', document: 'decision 7' };

/** A year of ten months of 6 and two of 5, whose sums are put into the first month. */
function year(
  sums: { base?: string; task: string; reward?: string; honour?: string },
  scheme = source,
  vetoes: readonly Veto[] = [],
): YearResult {
  const first = month({
    base: points(sums.base ?? 0),
    task: points(sums.task),
    reward: points(sums.reward ?? 0),
    honour: points(sums.honour ?? 0),
  });
  return evaluateYear({ scheme, months: [first, ...Array.from({ length: 9 }, () => month()), light(), light()], vetoes });
}
const aYearOf = (total: number | string): YearResult => ({ ...year({ task: '0' }), total: points(total) });

describe('grade (regulation 2-2, A1)', () => {
  it.each([
    [120, 'outstanding'],
    [90, 'outstanding'],
    [89.99, 'qualified'],
    [80, 'qualified'],
    [79.99, 'basically-qualified'],
    [60, 'basically-qualified'],
    [59.99, 'unqualified'],
    [0, 'unqualified'],
    [-1, 'unqualified'],
  ] as const)('%d points make a member %s', (total, grade) => expect(gradeFor(aYearOf(total))).toBe(grade));

  it('89.5 points are not rounded, except under the option to round (S-9)', () => {
    expect(gradeFor(aYearOf('89.5'))).toBe('qualified');
    expect(gradeFor({ ...aYearOf('89.5'), gradeRounding: 'half-up' })).toBe('outstanding');
    expect(gradeFor({ ...aYearOf('89.49'), gradeRounding: 'half-up' })).toBe('qualified');
  });

  it('a documented violation makes a member with 95 points unqualified and keeps the total (S-6)', () => {
    const result = year({ task: '70', reward: '5' }, source, [breach]);
    expect([gradeFor(result), gradeByPoints(result), result.total]).toEqual(['unqualified', 'outstanding', 9500]);
    expect(result.trace.at(-1)).toEqual({ code: 'veto', values: { kind: 'breach-of-discipline' } });
  });

  it('probationary members are scored and not graded; six exempt months leave the grade to the appraisal (A16, A17)', () => {
    expect(gradingBasis(source, { standing: 'full', exemptMonths: 0 })).toBe('points');
    expect(gradingBasis(source, { standing: 'full', exemptMonths: 5 })).toBe('points');
    expect(gradingBasis(source, { standing: 'full', exemptMonths: 6 })).toBe('appraisal-alone');
    expect(gradingBasis(source, { standing: 'probationary', exemptMonths: 0 })).toBe('not-graded');
  });

  it.each([
    [30, 10],
    [32, 10],
    [2, 0],
    [0, 0],
  ] as const)('of %i graded members, %i are outstanding without consent (A22)', (members, places) =>
    expect(outstandingWithoutConsent(source, members)).toBe(places),
  );
});

describe('the year (regulation 2-1, 2-2)', () => {
  it('17 + 67 + 4 = 88 is qualified (S-1)', () => {
    const months = [
      month({ base: points(-3), task: points(3), reward: points(4) }),
      ...Array.from({ length: 9 }, () => month({ task: points(6) })),
      light({ task: points(5) }),
      light({ task: points(5) }),
    ];
    const result = evaluateYear({ scheme: source, months, vetoes: [] });
    expect(result.components).toEqual({ base: 1700, task: 6700, reward: 400, honour: 0 });
    expect([result.total, gradeFor(result)]).toEqual([8800, 'qualified']);
  });

  it.each([
    ['S-2', { task: '70' }, '90', 'outstanding'],
    ['S-3', { base: '-8', task: '48' }, '60', 'basically-qualified'],
    ['S-4', { base: '-9', task: '47', reward: '1' }, '59', 'unqualified'],
    ['S-5', { task: '66', reward: '13' }, '96', 'outstanding'],
    ['S-7', { base: '-26', task: '70', reward: '10' }, '80', 'qualified'],
    ['S-8', { base: '-3', task: '67', reward: '4', honour: '3' }, '91', 'outstanding'],
  ] as const)('%s: %p make %s, %s', (_case, sums, total, grade) => {
    const result = year(sums);
    expect([result.total, gradeFor(result)]).toEqual([points(total), grade]);
  });

  it('of 13 reward points 10 count and 3 are shown as surplus (S-5)', () => {
    const { components, surplus } = year({ task: '66', reward: '13' });
    expect([components.reward, surplus.reward]).toEqual([1000, 300]);
    expect(year({ task: '66', reward: '10' }).surplus.reward).toBe(0);
  });

  it('base points stop at nothing (S-7)', () => {
    const { components, surplus } = year({ base: '-26', task: '70' });
    expect([components.base, surplus.belowBaseFloor]).toEqual([0, 600]);
  });

  it('without counted honours, S-8 stays at 88 and qualified, and says so', () => {
    const result = year({ base: '-3', task: '67', reward: '4', honour: '3' }, withPolicies({ extraCountsForGrade: false }));
    expect([result.total, gradeFor(result)]).toEqual([8800, 'qualified']);
    expect(result.trace[0]).toEqual({ code: 'extra-not-counted', values: { amount: '3' } });
  });

  it('twelve sixes make 72, of which the year counts 70 (S-10)', () => {
    const months = Array.from({ length: 12 }, () => month({ task: points(6) }));
    const { components, surplus } = evaluateYear({ scheme: source, months, vetoes: [] });
    expect([components.task, surplus.task]).toEqual([7000, 200]);
  });

  it('months outside the branch are not in the ceiling: 33 of 36 in six months are 64.17 of 70 (A16)', () => {
    const active = Array.from({ length: 6 }, (_, index) => month({ task: points(index === 0 ? 3 : 6) }));
    const away = Array.from({ length: 6 }, () => ({ ...month(), active: false }));
    const result = evaluateYear({ scheme: source, months: [...active, ...away], vetoes: [] });
    expect(result.components.task).toBe(points('64.17'));
    expect(result.trace[0]).toEqual({
      code: 'task-scaled-to-active-months',
      values: { months: 6, earned: '33', ceilings: '36', points: '64.17' },
    });
  });

  it('a year without an active month has no task points and does not fail', () => {
    const away = Array.from({ length: 12 }, () => ({ ...month(), active: false }));
    expect(evaluateYear({ scheme: source, months: away, vetoes: [] }).components.task).toBe(0);
  });

  it('the appraisal’s multiplier changes nothing by default and scales the total where a scheme has one (A9)', () => {
    const multiplied = withPolicies({ appraisalMultiplier: { numerator: 95, denominator: 100 } });
    expect(year({ task: '70', reward: '3' }).total).toBe(points(93));
    expect(year({ task: '70', reward: '3' }, multiplied).total).toBe(points('88.35'));
  });

  it('the total is its components together', () => {
    const { components, total } = year({ base: '-1.5', task: '55.25', reward: '2', honour: '1' });
    expect(total).toBe(addPoints(components.base, components.task, components.reward, components.honour));
  });

  it('base points start at 20 each year, or at 20 % of last year’s score where a scheme carries over (A5)', () => {
    const carrying = withPolicies({ baseCarryOver: 'twenty-percent' });
    expect(nextYearStart(source, points(50))).toBe(points(20));
    expect([nextYearStart(carrying, points(90)), nextYearStart(carrying, points(100)), nextYearStart(carrying, points(120))]).toEqual([
      1800, 2000, 2000,
    ]);
  });
});

describe('what a grade opens (regulation 2-3, A6)', () => {
  it('outstanding: the honour roll and city level', () =>
    expect(awardEligibility(source.policies, 'outstanding', 'qualified')).toEqual({ honourRoll: true, cityAndAbove: true, county: false }));

  it('unqualified last year, now 82: county level (S-12)', () =>
    expect(awardEligibility(source.policies, gradeFor(aYearOf(82)), 'unqualified').county).toBe(true));

  it('qualified last year, now 84: county level as well (S-13)', () =>
    expect(awardEligibility(source.policies, gradeFor(aYearOf(84)), 'qualified').county).toBe(true));

  it('a rise from basically qualified to outstanding opens both levels', () =>
    expect(awardEligibility(source.policies, 'outstanding', 'basically-qualified')).toMatchObject({ cityAndAbove: true, county: true }));

  it.each([
    ['basically-qualified', 'unqualified'],
    ['basically-qualified', null],
    ['unqualified', 'outstanding'],
  ] as const)('%s after %s opens nothing', (now, before) =>
    expect(awardEligibility(source.policies, now, before)).toEqual({ honourRoll: false, cityAndAbove: false, county: false }),
  );

  it('a county that reads both conditions together asks for both', () => {
    const strict = { ...source.policies, countyAward: 'conjunction' } as const;
    expect([
      awardEligibility(strict, 'qualified', 'qualified').county,
      awardEligibility(strict, 'qualified', 'unqualified').county,
    ]).toEqual([false, true]);
  });

  it.each([
    ['outstanding', 'none'],
    ['qualified', 'none'],
    ['basically-qualified', 'loses-awards'],
    ['unqualified', 'loses-awards-and-is-assisted'],
  ] as const)('%s: %s', (grade, consequence) => expect(consequenceOf(grade)).toBe(consequence));
});
