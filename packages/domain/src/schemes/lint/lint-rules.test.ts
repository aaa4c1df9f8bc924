import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../language/condition.ts';
import type { Override, Quota, ScoringScheme } from '../language/scoring-scheme.ts';
import { aScoringScheme, aSum, aValue } from '../scheme.builders.ts';
import { lintScheme } from './lint.ts';

const only = (id: string) => aValue(id, '[0,10]', { measure: { kind: 'value', unit: '分', range: '[0,10]', together: 'only' } });
const grading = {
  of: 'total',
  grades: ['good', 'fair', 'poor'].map((id) => ({ id, title: id })),
  tables: [
    {
      bands: [
        { grade: 'good', in: '[8,)' },
        { grade: 'fair', in: '[4,8)' },
        { grade: 'poor', in: '(,4)' },
      ],
    },
  ],
};
const lint = (own: Partial<ScoringScheme>) => lintScheme(aScoringScheme(aSum('total', [only('a'), only('b')]), { grading, ...own }));
const found = (own: Partial<ScoringScheme>) => lint(own).map(({ code, path }) => `${code} ${path}`);
const months = (of: 'away' | 'exempt', within: string): Condition => ({ kind: 'months', of, in: within });
const score = (of: string, text: string): Condition => ({ kind: 'score', of, in: text });
const grade = (year: 'this' | 'last', ...names: string[]): Condition => ({ kind: 'grade', in: names, year });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const proposed = (when: Condition) => found({ proposals: [{ id: 'p', title: '建议', when }] });
const laddered = (...conditions: Condition[]) =>
  lint({
    ladders: [{ id: 'l', title: '措施', rungs: conditions.map((when, index) => ({ id: `r${index}`, title: `第${index}级`, when })) }],
  });
const never = ['rule-never-holds /proposals/0/when'];

describe('rules that contradict or repeat themselves (regulation 2-2, 2-3)', () => {
  it('two scores of one part exclude each other where their intervals have nothing in common', () => {
    expect(proposed(all(score('a', '[0,3)'), score('a', '[4,5]')))).toEqual(never);
    expect(proposed(all(score('a', '[0,4]'), score('a', '[4,5]')))).toEqual([]);
    expect(proposed(all(score('a', '[0,3)'), score('b', '[4,5]')))).toEqual([]);
  });

  it('two grades of one year exclude each other where no grade is in both', () => {
    expect(proposed(all(grade('this', 'good'), grade('this', 'fair', 'poor')))).toEqual(never);
    expect(proposed(all(grade('this', 'good', 'fair'), grade('this', 'fair', 'poor')))).toEqual([]);
    expect(proposed(all(grade('this', 'good'), grade('last', 'fair')))).toEqual([]);
  });

  it('conditions of different kinds, and the same standing, do not exclude each other', () => {
    expect(
      proposed(all(score('a', '[0,3)'), grade('this', 'good'), { kind: 'standing', is: 'full' }, { kind: 'decision', decision: 'd' })),
    ).toEqual([]);
    expect(proposed(all({ kind: 'standing', is: 'full' }, { kind: 'class', in: [] }))).toEqual([]);
    expect(proposed(all({ kind: 'decision', decision: 'd' }, score('a', '[0,3)'), score('a', '[4,5]')))).toEqual(never);
  });

  it('is found wherever rules stand, each with its place', () => {
    const twice: Condition = { kind: 'any', of: [score('a', '[0,3)'), score('b', '[0,3)'), score('a', '[0,3)')] };
    const overrides: Override[] = [{ id: 'o', title: '定格', when: twice, effect: { kind: 'grade-at-most', grade: 'fair' } }];
    const gate = { kind: 'when' as const, id: 'w', title: '门槛', condition: twice, part: only('c') };
    const ladders = [{ id: 'l', title: '措施', rungs: [{ id: 'r', title: '谈话', when: twice }] }];
    const proposals = [{ id: 'p', title: '建议', when: { kind: 'not' as const, of: twice } }];
    const scheme = aScoringScheme(aSum('total', [only('a'), only('b'), gate]), { grading, overrides, ladders, proposals });
    expect(lintScheme(scheme).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'rule-says-the-same /ladders/0/rungs/0/when/of/2',
      'rule-says-the-same /overrides/0/when/of/2',
      'rule-says-the-same /proposals/0/when/of/of/2',
      'rule-says-the-same /score/parts/2/condition/of/2',
    ]);
  });

  it('the same override twice is said twice; with another effect it is not', () => {
    const when: Condition = { kind: 'decision', decision: 'd' };
    const one = (id: string, to: string): Override => ({ id, title: id, when, effect: { kind: 'grade-is', grade: to } });
    expect(found({ overrides: [one('o', 'poor'), one('p', 'fair'), one('q', 'poor')] })).toEqual(['rule-says-the-same /overrides/2']);
  });
});

describe('rungs of a ladder (regulation 2-3)', () => {
  it.each<[readonly Condition[], readonly string[]]>([
    [[score('a', '[0,8)'), score('a', '[0,6)')], ['1 第0级']],
    [[score('a', '[0,8]'), score('a', '[0,8]')], ['1 第0级']],
    [[score('a', '[1,8)'), score('a', '[0,6)')], []],
    [[score('a', '[0,6)'), score('a', '[0,8)')], []],
    [[score('a', '(,8)'), score('a', '(,6)')], ['1 第0级']],
    [[score('a', '[0,8)'), score('a', '(,6)')], []],
    [[score('a', '[2,)'), score('a', '[3,)')], ['1 第0级']],
    [[score('a', '[2,9)'), score('a', '[3,)')], []],
    [[score('a', '[0,8)'), score('b', '[0,6)')], []],
    [[months('away', '[3,)'), months('away', '[6,)')], ['1 第0级']],
    [[months('away', '[6,)'), months('away', '[3,)')], []],
    [[months('away', '[3,)'), months('exempt', '[6,)')], []],
    [[months('away', '[3,)'), score('a', '[6,)')], []],
    [[grade('this', 'fair', 'poor'), score('a', '[0,6)'), grade('this', 'poor')], ['2 第0级']],
    [[grade('this', 'poor'), grade('this', 'fair', 'poor')], []],
    [[grade('last', 'poor'), grade('this', 'poor')], []],
    [
      [
        { kind: 'decision', decision: 'd' },
        { kind: 'decision', decision: 'e' },
        { kind: 'decision', decision: 'd' },
      ],
      ['2 第0级'],
    ],
  ])('%j', (conditions, hidden) =>
    expect(
      laddered(...conditions).map(({ code, path, values }) => [code, `${path.slice('/ladders/0/rungs/'.length)} ${values.earlier}`]),
    ).toEqual(hidden.map((one) => ['rung-never-reached', one])),
  );
});

describe('quotas (regulation 2-2, A22)', () => {
  const share = (limit: Quota['limit'], text: string, round: 'down' | 'up' | 'half-up', id: string = limit): Quota => ({
    id,
    title: id,
    grade: 'good',
    limit,
    places: { kind: 'share', share: text, round },
  });
  const allotted: Quota = { id: 'allotted', title: '分配', grade: 'good', limit: 'at-most', places: { kind: 'allotted' } };

  it.each<[string, 'down' | 'up' | 'half-up', string | undefined]>([
    ['1/3', 'down', '2'],
    ['1/3', 'half-up', '1'],
    ['0.5', 'half-up', undefined],
    ['0.02', 'down', '49'],
    ['0.01', 'down', '50'],
    ['1', 'down', undefined],
  ])('at most %s, rounded %s, gives branches of up to %s no place', (text, round, upTo) =>
    expect(lint({ quotas: [share('at-most', text, round)] }).map(({ values }) => values.upTo)).toEqual(upTo === undefined ? [] : [upTo]),
  );

  it('places that a superior allots, and a least share, take nobody’s place', () =>
    expect(found({ quotas: [allotted, share('at-least', '0.1', 'down')] })).toEqual([]));

  it('a least and a most contradict each other from the first branch on in which the one is more than the other', () => {
    const quotas = [share('at-most', '0.5', 'up', 'most'), share('at-least', '0.6', 'down', 'least')];
    expect(lint({ quotas }).map(({ code, path, values }) => [code, path, values.title, values.other, values.size])).toEqual([
      ['quotas-contradict', '/quotas/1', 'least', 'most', '10'],
    ]);
    expect(found({ quotas: [share('at-most', '0.5', 'up', 'most'), share('at-least', '0.5', 'down', 'least')] })).toEqual([]);
    expect(found({ quotas: [allotted, share('at-least', '1', 'down', 'least')] })).toEqual([]);
    expect(found({ quotas: [share('at-most', '0.5', 'up', 'most'), share('at-most', '0.6', 'up', 'least')] })).toEqual([]);
  });
});

describe('findings in the order of the file', () => {
  it('numbers count by their size, what holds comes before what is in it', () => {
    const open = { measure: { kind: 'value', unit: '分', together: 'only' }, bounds: { atMost: '5', atLeast: '0' } } as const;
    const parts = Array.from({ length: 11 }, (_, index) => ({ ...only(`i${index}`), ...open }));
    const scheme = aScoringScheme(aSum('total', parts, { bounds: { atMost: '100' } }));
    const paths = lintScheme(scheme).map(({ path }) => path);
    expect(paths).toEqual(['/score', ...Array.from({ length: 11 }, (_, index) => `/score/parts/${index}/measure`)]);
  });
});
