import { describe, expect, it } from '@jest/globals';
import { period } from '../../calendar/period.ts';
import type { SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aMonthScheme, monthParts } from '../profile/profile.builders.ts';
import { aCount, aScoringScheme, aSum, monthly, twoGrades } from '../scheme.builders.ts';
import { changeWithinYear, yearDifferences } from './year-frame.ts';

const ofYear = aMonthScheme({}, { grading: twoGrades(90) });
const changed = (component: keyof typeof monthParts, own: object, rest: Partial<ScoringScheme> = {}) =>
  aMonthScheme({ [component]: { ...monthParts[component], ...own } as SchemeNode }, { grading: twoGrades(90), ...rest });
const reward = (...more: SchemeNode[]) =>
  changed('reward', { parts: [...(monthParts.reward.kind === 'sum' ? monthParts.reward.parts : []), ...more] });

describe('what a year’s plan rests on (regulation 2-1, 2-2 step 1)', () => {
  it('is not touched by another table of items, other words, another version or another order of keys', () => {
    expect(yearDifferences(ofYear, ofYear)).toBeNull();
    expect(yearDifferences(ofYear, reward(aCount('rescue')))).toBeNull();
    expect(yearDifferences(ofYear, changed('reward', { parts: [] }))).toBeNull();
    expect(yearDifferences(ofYear, { ...changed('base', { title: '基本分', clause: '二' }), version: 2, title: '修订' })).toBeNull();
    const sections = twoGrades(90);
    expect(yearDifferences(ofYear, { ...ofYear, grading: { tables: sections.tables, grades: sections.grades, of: 'total' } })).toBeNull();
  });

  it.each([
    ['the cap of a component', changed('reward', { bounds: { atMost: '12' } }), ['reward合计']],
    ['how months are put together', changed('task', { by: { kind: 'mean' } }), ['任务分']],
    ['a part below another', reward(aSum('merits', [])), ['reward合计', 'merits合计']],
    [
      'the points a year begins with',
      changed('base', { parts: [aCount('base-start', { measure: { kind: 'fixed', value: '25' } })] }),
      ['base-start项'],
    ],
    [
      'how pledges count',
      changed('task', { part: aCount('pledges') }),
      ['任务分', '当月任务分', 'stated-progress项', 'decided项', 'pledges项'],
    ],
  ])('is %s', (_what, other, parts) => {
    const found = yearDifferences(ofYear, other);
    expect(found?.sections).toEqual([]);
    expect(found?.parts.toSorted()).toEqual(parts.toSorted());
  });

  it.each([
    ['an edge of a band', { grading: twoGrades(91) }, 'grading'],
    ['no bands at all', { grading: undefined }, 'grading'],
    ['the ceilings of the year', { plans: [{ id: 'task', title: '', each: '[4,6]', step: '0.01', total: '60' }] }, 'plans'],
    ['the classes', { classes: [{ id: 'in-post', title: '在职' }] }, 'classes'],
    ['how many decimals count', { places: 1 }, 'places'],
    ['the kinds of pledge', { pledges: [{ item: 'pledges', classes: [], kinds: ['post'] }] }, 'pledges'],
    [
      'the places for a grade',
      { quotas: [{ id: 'q', title: '', grade: 'good', limit: 'at-most', places: { kind: 'allotted' } }] },
      'quotas',
    ],
    ['the stars', { lists: [{ id: 'stars', title: '', of: 'total', bands: [] }] }, 'lists'],
    ['when it begins', { year: { startsInMonth: 4 } }, 'year'],
  ] as const)('is %s', (_what, other, section) =>
    expect(yearDifferences(ofYear, { ...ofYear, ...other } as ScoringScheme)).toEqual({ parts: [], sections: [section] }),
  );

  it('is the weights of parts, wherever they stand, and not the order of a sum', () => {
    const [a, b] = [monthly(aCount('a'), { id: 'first' }), monthly(aCount('b'), { id: 'second' })];
    const weighted = (left: string, right: string) =>
      aScoringScheme({
        kind: 'weighted',
        id: 'w',
        title: '加权',
        parts: [
          { weight: left, part: a },
          { weight: right, part: b },
        ],
      });
    expect(yearDifferences(weighted('0.4', '0.6'), weighted('0.5', '0.5'))).toEqual({ parts: ['加权'], sections: [] });
    expect(yearDifferences(aScoringScheme(aSum('t', [a, b])), aScoringScheme(aSum('t', [b, a])))).toBeNull();
    expect(yearDifferences(aScoringScheme(aSum('t', [a, b])), aScoringScheme(aSum('t', [a])))?.parts.toSorted()).toEqual([
      'b项',
      't合计',
      '全年',
    ]);
  });
});

describe('versions one after the other', () => {
  const capped = changed('reward', { bounds: { atMost: '12' } });
  const harsher = reward(aCount('rescue'));
  const from = (month: string, scheme: ScoringScheme) => ({ from: period(month), scheme });

  it('may change tables in any month, and what a plan rests on with a new year only', () => {
    expect(changeWithinYear(ofYear, [from('2026-11', harsher), from('2027-01', capped)])).toBeNull();
    expect(changeWithinYear(ofYear, [from('2026-12', capped)])).toEqual({
      ...from('2026-12', capped),
      parts: ['reward合计'],
      sections: [],
    });
    expect(changeWithinYear(ofYear, [from('2027-02', capped)])?.from).toBe('2027-02');
  });

  it('are looked at in the order of their months: the first that would change names itself', () => {
    const found = changeWithinYear(ofYear, [from('2027-05', harsher), from('2027-01', capped)]);
    expect(found?.from).toBe('2027-05');
    expect(changeWithinYear(ofYear, [from('2027-05', capped), from('2027-01', capped), from('2028-01', ofYear)])).toBeNull();
  });
});
