import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type EvaluationSettings,
  type EvaluationVersion,
  jointEvaluationOf,
  type MergedPair,
  meetsWith,
  monthsOf,
  takesDaysOf,
  withEvaluation,
} from './joint-evaluation.ts';
import { nextPeriod, type Period, period } from './period.ts';

const months = (...texts: string[]): Period[] => texts.map(period);
const pair = (earlier: string, later: string): MergedPair => [period(earlier), period(later)];
const byQuarter = (from: string, ...merged: MergedPair[]): EvaluationVersion => ({ from: period(from), evaluation: 'quarter', merged });
const byMonth = (from: string, ...merged: MergedPair[]): EvaluationVersion => ({ from: period(from), evaluation: 'month', merged });

const closings = (settings: EvaluationSettings, ...texts: string[]) => texts.map((text) => meetsWith(period(text), settings));

describe('evaluation by quarter (regulation 2-2, A11)', () => {
  it('without a setting each month meets by itself', () => {
    expect(closings([], '2026-07', '2026-08', '2026-09')).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(monthsOf(period('2026-09'), [])).toEqual(['2026-09']);
    expect(jointEvaluationOf(period('2026-09'), [])).toBeNull();
  });

  it('the months of a quarter meet in its last one', () => {
    const settings = [byQuarter('2026-07')];
    expect(closings(settings, '2026-07', '2026-08', '2026-09')).toEqual(['2026-09', '2026-09', '2026-09']);
    expect(monthsOf(period('2026-09'), settings)).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(monthsOf(period('2026-08'), settings)).toEqual([]);
    expect(jointEvaluationOf(period('2026-07'), settings)).toEqual({
      closing: '2026-09',
      by: 'quarter',
      months: ['2026-07', '2026-08', '2026-09'],
    });
  });

  it('the month before it is in force meets by itself, and a quarter never reaches into the next year', () => {
    const settings = [byQuarter('2026-07')];
    expect(closings(settings, '2026-06', '2026-07')).toEqual(['2026-06', '2026-09']);
    expect(closings(settings, '2026-10', '2026-12', '2027-01')).toEqual(['2026-12', '2026-12', '2027-03']);
    expect(monthsOf(period('2026-12'), settings)).toEqual(['2026-10', '2026-11', '2026-12']);
  });

  it('a later version by month ends it with the quarter', () => {
    const settings = [byQuarter('2026-07'), byMonth('2026-10')];
    expect(closings(settings, '2026-09', '2026-10', '2026-11')).toEqual(['2026-09', '2026-10', '2026-11']);
  });

  it('each month closes with exactly one, itself or a later one, and the months of a closing month are those that close with it', () => {
    const first = fc.constantFrom('2026-01', '2026-04', '2026-07', '2026-10');
    const all: Period[] = [];
    for (let month = period('2025-11'); month <= period('2027-03'); month = nextPeriod(month)) all.push(month);
    fc.assert(
      fc.property(first, first, (one, other) => {
        const settings = one < other ? [byQuarter(one), byMonth(other)] : [byMonth(other), byQuarter(one)];
        for (const month of all) {
          const closing = meetsWith(month, settings);
          expect(closing >= month).toBe(true);
          expect(monthsOf(closing, settings)).toContain(month);
          expect(meetsWith(closing, settings)).toBe(closing);
        }
      }),
    );
  });
});

describe('merged months (regulation 2-2, A11)', () => {
  const settings = [byMonth('2027-01', pair('2027-01', '2027-02'))];

  it('the earlier month takes the later one’s days and meets with it; its neighbours stay by themselves', () => {
    expect(months('2026-12', '2027-01', '2027-02', '2027-03').map((month) => takesDaysOf(month, settings))).toEqual([
      '2026-12',
      '2027-02',
      '2027-02',
      '2027-03',
    ]);
    expect(closings(settings, '2026-12', '2027-01', '2027-02', '2027-03')).toEqual(['2026-12', '2027-02', '2027-02', '2027-03']);
    expect(jointEvaluationOf(period('2027-02'), settings)).toEqual({ closing: '2027-02', by: 'merged', months: ['2027-01', '2027-02'] });
  });

  it('within a quarter the days are the later month’s, the meeting is the quarter’s', () => {
    const quarter = [byQuarter('2027-01', pair('2027-01', '2027-02'))];
    expect(takesDaysOf(period('2027-01'), quarter)).toBe('2027-02');
    expect(closings(quarter, '2027-01', '2027-02')).toEqual(['2027-03', '2027-03']);
    expect(jointEvaluationOf(period('2027-01'), quarter)?.by).toBe('quarter');
  });
});

describe('a county’s decision on its evaluation (regulation 2-2, A11)', () => {
  const today = period('2026-11');
  const refusal = (settings: EvaluationSettings, version: EvaluationVersion) => {
    const decided = withEvaluation(settings, version, today);
    return decided.ok ? null : decided.refusal;
  };

  it('holds from a month that has not begun: neither from this one nor from one before', () => {
    expect(refusal([], byMonth('2026-12'))).toBeNull();
    expect(refusal([], byMonth('2026-11'))).toEqual({ code: 'evaluation-already-begun', from: '2026-11', earliest: '2026-12' });
    expect(refusal([], byMonth('2026-01'))).toEqual({ code: 'evaluation-already-begun', from: '2026-01', earliest: '2026-12' });
  });

  it('by quarter begins with the first month of a quarter', () => {
    expect(refusal([], byQuarter('2027-01'))).toBeNull();
    expect(refusal([], byQuarter('2026-12'))).toEqual({ code: 'not-the-first-of-a-quarter', from: '2026-12' });
    expect(refusal([], byQuarter('2027-02'))).toEqual({ code: 'not-the-first-of-a-quarter', from: '2027-02' });
  });

  it('never cuts through months that are evaluated together already', () => {
    const quarters = [byQuarter('2026-10')];
    expect(refusal(quarters, byMonth('2026-12'))).toEqual({
      code: 'evaluated-with-an-earlier-month',
      from: '2026-12',
      closing: '2026-12',
    });
    expect(refusal(quarters, byMonth('2027-01'))).toBeNull();
    const merged = [byMonth('2026-12', pair('2027-01', '2027-02'))];
    expect(refusal(merged, byMonth('2027-02'))?.code).toBe('evaluated-with-an-earlier-month');
    expect(refusal(merged, byMonth('2027-03'))).toBeNull();
  });

  it('takes the place of what was to begin in the same month or later, and leaves what was before', () => {
    const settings = [byMonth('2026-12'), byQuarter('2027-01'), byMonth('2027-07')];
    const decided = withEvaluation(settings, byMonth('2027-01', pair('2027-01', '2027-02')), today);
    expect(decided).toEqual({ ok: true, value: [byMonth('2026-12'), byMonth('2027-01', pair('2027-01', '2027-02'))] });
  });

  it.each([
    ['two months of which another lies between', pair('2027-01', '2027-03'), 'merged-months-not-consecutive'],
    ['a month and the one before', pair('2027-02', '2027-01'), 'merged-months-not-consecutive'],
    ['a month with itself', pair('2027-02', '2027-02'), 'merged-months-not-consecutive'],
    ['December and January', pair('2027-12', '2028-01'), 'merged-across-years'],
    ['the last month of a quarter and the first of the next', pair('2027-03', '2027-04'), 'merged-across-quarters'],
    ['months before it is in force', pair('2026-10', '2026-11'), 'merged-before-it-is-in-force'],
  ])('does not merge %s', (_what, merged, code) => expect(refusal([], byMonth('2026-12', merged))?.code).toBe(code));

  it.each([
    ['in a quarter, its first two', pair('2027-04', '2027-05')],
    ['in a quarter, its last two', pair('2027-05', '2027-06')],
  ])('merges %s', (_what, merged) => expect(refusal([], byMonth('2026-12', merged))).toBeNull());

  it('puts no month in two pairs', () => {
    const version = byMonth('2027-01', pair('2027-01', '2027-02'), pair('2027-02', '2027-03'));
    expect(refusal([], version)).toEqual({ code: 'merged-twice', month: '2027-02' });
  });
});
