import { describe, expect, it } from '@jest/globals';
import { period } from '../calendar/period.ts';
import { points } from '../points/points.ts';
import { aLine, monthFacts } from './evaluation.builders.ts';
import { type Carried, canonicalSheet, carriedAfter, evaluateMonth, nothingCarried } from './month-sheet.ts';

const absence = { item: 'unexcused-absence', amount: points('-0.5') };
const reward = (amount: number) => ({ item: 'major-contribution', amount: points(amount), evidence: 'letter 12' });
const carried = (other: Partial<Carried>): Carried => ({ ...nothingCarried, ...other });

describe('a member’s month (regulation 2-1, 2-2)', () => {
  it('adds the month’s deductions, task and reward points; honour points stay apart', () => {
    const honours = [{ item: 'county-level', amount: points(3), evidence: 'county letter 3' }];
    const sheet = evaluateMonth(monthFacts({ line: aLine({ base: [absence], reward: [reward(2)] }), honours }));
    expect([sheet.base, sheet.task, sheet.reward, sheet.honour, sheet.total]).toEqual([-50, 600, 200, 300, 750]);
    expect([sheet.yearToDate.total, sheet.yearToDate.honour]).toEqual([2750, 300]);
  });

  it('the first month starts from 20 base points', () => {
    const { yearToDate } = evaluateMonth(monthFacts({ line: aLine({ base: [absence] }) }));
    expect(yearToDate).toEqual({ baseBalance: 1950, task: 600, reward: 0, honour: 0, total: 2550, possibleMaximum: 2600 });
  });

  it('through June, 52 of 55 possible points are reached', () => {
    const throughMay = carried({ base: points(-1), task: points(27), ceilings: points(29) });
    const { yearToDate } = evaluateMonth(monthFacts({ period: period('2026-06'), carried: throughMay }));
    expect([yearToDate.total, yearToDate.possibleMaximum]).toEqual([5200, 5500]);
  });

  it('whoever has not applied keeps the ceiling in his possible maximum and is marked, not given a zero', () => {
    const sheet = evaluateMonth(monthFacts({ line: aLine({ task: { kind: 'not-applied' } }) }));
    expect([sheet.applied, sheet.task, sheet.yearToDate.possibleMaximum]).toEqual([false, 0, 2600]);
    expect(sheet.trace.map((step) => step.code)).toContain('task-not-applied');
  });

  it('caps and floors of the year are marked in the month, not taken off', () => {
    const high = carried({ base: points('-19.5'), task: points(66), reward: points(9), ceilings: points(66) });
    const sheet = evaluateMonth(monthFacts({ line: aLine({ base: [absence, absence], reward: [reward(3)] }), carried: high }));
    expect(sheet.yearToDate).toMatchObject({ baseBalance: -50, task: 7200, reward: 1200 });
    expect(sheet.surplus).toEqual({ belowBaseFloor: 50, task: 200, reward: 200 });
    expect(sheet.trace.slice(-3)).toEqual([
      { code: 'base-below-floor', values: { amount: '0.5' } },
      { code: 'task-surplus', values: { amount: '2' } },
      { code: 'reward-surplus', values: { amount: '2' } },
    ]);
  });

  it('a component exactly at its cap or floor has no surplus', () => {
    const full = carried({ base: points('-19.5'), task: points(64), reward: points(8), ceilings: points(64) });
    const { surplus } = evaluateMonth(monthFacts({ line: aLine({ base: [absence], reward: [reward(2)] }), carried: full }));
    expect(surplus).toEqual({ belowBaseFloor: 0, task: 0, reward: 0 });
  });

  it('answers why this number, item by item', () => {
    const { trace } = evaluateMonth(monthFacts({ line: aLine({ base: [absence], reward: [reward(2)] }) }));
    expect(trace).toEqual([
      { code: 'base-entry', values: { item: 'unexcused-absence', amount: '-0.5' } },
      { code: 'task-pledge', values: { pledgeId: 'p1', kind: 'common', weight: 1, rate: 'done', percent: '100' } },
      { code: 'task-points', values: { ceiling: '6', weight: 1, points: '6' } },
      { code: 'reward-entry', values: { item: 'major-contribution', amount: '2' } },
      { code: 'month-total', values: { total: '7.5' } },
      { code: 'year-to-date', values: { total: '27.5', possibleMaximum: '26' } },
    ]);
  });

  it('has no grade before the year’s end', () => expect(Object.keys(evaluateMonth(monthFacts()))).not.toContain('grade'));

  it('what it carries over is what the next month starts from', () => {
    const first = evaluateMonth(monthFacts({ line: aLine({ base: [absence] }) }));
    const next = evaluateMonth(monthFacts({ period: period('2026-11'), carried: carriedAfter(nothingCarried, first) }));
    expect(next.yearToDate).toMatchObject({ baseBalance: 1950, task: 1200, total: 3150, possibleMaximum: 3200 });
  });
});

describe('the text of a sheet (regulation 2-2)', () => {
  it('is the same whenever the sheet is computed again, in whatever order its items stand', () => {
    const one = aLine({ base: [absence, { item: 'late-dues', amount: points(-1) }] });
    const other = aLine({ base: [...one.base].reverse() });
    expect(canonicalSheet(evaluateMonth(monthFacts({ line: one })))).toBe(canonicalSheet(evaluateMonth(monthFacts({ line: other }))));
  });

  it('changes with every component and with the scheme’s version', () => {
    const scheme = { ...monthFacts().scheme, version: 2 };
    const texts = [
      monthFacts(),
      monthFacts({ line: aLine({ base: [absence] }) }),
      monthFacts({ line: aLine({ reward: [reward(1)] }) }),
      monthFacts({ honours: [{ item: 'county-level', amount: points(1) }] }),
      monthFacts({ line: aLine({ task: { kind: 'decided', amount: points(5) } }) }),
      monthFacts({ line: aLine({ task: { kind: 'not-applied' } }) }),
      monthFacts({ ceiling: points(5), line: aLine({ task: { kind: 'decided', amount: points(5) } }) }),
      monthFacts({ scheme }),
      monthFacts({ period: period('2026-11') }),
    ].map((facts) => canonicalSheet(evaluateMonth(facts)));
    expect(new Set(texts).size).toBe(9);
  });
});
