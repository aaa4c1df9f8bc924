import { describe, expect, it } from '@jest/globals';
import { isError } from '../check/finding.ts';
import type { Condition } from '../language/condition.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import type { Grading, Override, Quota, ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, aValue, monthly } from '../scheme.builders.ts';
import { lintScheme } from './lint.ts';

const lint = (score: SchemeNode, own: Partial<ScoringScheme> = {}) => lintScheme(aScoringScheme(score, own));
const found = (score: SchemeNode, own: Partial<ScoringScheme> = {}) => lint(score, own).map(({ code, path }) => `${code} ${path}`);
const ten = aValue('a', '[0,10]', { measure: { kind: 'value', unit: '分', range: '[0,10]', together: 'only' } });
const grades = ['good', 'fair', 'poor'].map((id) => ({ id, title: id }));
const bands = (...intervals: string[]): Grading => ({
  of: 'a',
  grades: grades.slice(0, intervals.length),
  tables: [{ bands: intervals.map((text, index) => ({ grade: grades[index]?.id ?? '', in: text })) }],
});
const quota = (limit: Quota['limit'], share: string, round: 'down' | 'up'): Quota => ({
  id: limit,
  title: limit,
  grade: 'good',
  limit,
  places: { kind: 'share', share, round },
});
const score = (text: string): Condition => ({ kind: 'score', of: 'a', in: text });

describe('the linter on the parts of a scheme (regulation 2-1)', () => {
  it('a scheme in order has no finding and may be adopted', () => {
    expect(found(ten, { grading: bands('[8,)', '[4,8)', '(,4)') })).toEqual([]);
    expect(lintScheme(aScoringScheme(ten)).some(isError)).toBe(false);
  });

  it('12 × 6 is not 70', () => {
    expect(lint(monthly({ ...ten, bounds: { atMost: '6' } }, { bounds: { atMost: '70' } }))).toEqual([
      { code: 'maximum-is-not-the-sum', path: '/score', severity: 'warning', values: { title: '全年', maximum: '70', sum: '72' } },
    ]);
    expect(found(monthly({ ...ten, bounds: { atMost: '6' } }, { bounds: { atMost: '72' } }))).toEqual([]);
  });

  it('a header that is not the sum of its items', () => {
    const b = { ...ten, id: 'b' };
    expect(found(aSum('total', [ten, b], { bounds: { atMost: '25' } }))).toEqual(['maximum-is-not-the-sum /score']);
    expect(found(aSum('total', [ten, b], { bounds: { atMost: '20' } }))).toEqual([]);
  });

  it('one item without a cap beside parts that have one', () => {
    expect(found(aSum('total', [ten, aCount('b')]))).toEqual(['uncapped-item /score/parts/1']);
    expect(found(aSum('total', [ten, aCount('b', { bounds: { atMost: '5' } })]))).toEqual([]);
    expect(found(aSum('total', [ten, aCount('b', { caps: [{ per: 'month', atMost: '1' }] })]))).toEqual([]);
    expect(found(aSum('total', [aCount('b'), aCount('c')]))).toEqual([]);
    const rests = aCount('d', { measure: { kind: 'result', of: 'b', when: 'this-period', share: '1' } });
    expect(found(aSum('total', [aSum('open', [aCount('b')]), rests, { ...ten, id: 'c' }]))).toEqual([]);
  });

  it('a single entry worth more than its component', () => {
    const heavy = (by: string) =>
      aSum('total', [aCount('b', { each: [{ kind: 'times', by }] })], { bounds: { atMost: '10', atLeast: '0' } });
    expect(found(heavy('12'))).toEqual(['worth-beyond-maximum /score/parts/0']);
    expect(found(heavy('-11'))).toEqual(expect.arrayContaining(['worth-beyond-maximum /score/parts/0']));
    expect(found(heavy('10'))).toEqual([]);
    const usual = (worth: string) =>
      aSum('total', [aCount('b', { measure: { kind: 'value', unit: '分', range: '(0,)', together: 'sum', usual: worth } })], {
        bounds: { atMost: '10', atLeast: '0' },
      });
    expect(found(usual('10.5'))).toEqual(['worth-beyond-maximum /score/parts/0']);
    expect(found(usual('10'))).toEqual([]);
  });

  it('a total that may become negative', () => {
    const minus = aCount('b', { each: [{ kind: 'times', by: '-1' }] });
    expect(found(aSum('total', [ten, minus]))).toEqual(['no-floor /score']);
    expect(found(aSum('total', [ten, minus], { bounds: { atLeast: '0' } }))).toEqual([]);
  });

  it('“once a year” inside a monthly score', () => {
    expect(found(monthly(aCount('a', { caps: [{ per: 'year', atMost: '1' }] })))).toEqual(['cap-longer-than-period /score/part/caps/0']);
    expect(found(monthly(aCount('a', { caps: [{ per: 'month', atMost: '1' }] })))).toEqual([]);
  });

  it('weights that do not make 1', () => {
    const electorates = (weight: string) => [
      { id: 'm', title: '党员', weight },
      { id: 'n', title: '群众', weight: '0.4' },
    ];
    const tally = (weight: string) =>
      aCount('a', { measure: { kind: 'tally', options: [{ id: 'o', title: '差', value: '0' }], electorates: electorates(weight) } });
    expect(found(tally('0.5'))).toEqual(['weights-do-not-sum /score/measure/electorates']);
    expect(found(tally('0.6'))).toEqual([]);
    const weighted = (weight: string): SchemeNode => ({ kind: 'weighted', id: 'w', title: '权重', parts: [{ weight, part: ten }] });
    expect([found(weighted('0.9')), found(weighted('1'))]).toEqual([['weights-do-not-sum /score/parts'], []]);
  });

  it('an appraisal that cannot fall below a share', () => {
    const options = (worst: string) => [
      { id: 'g', title: '好', value: '1' },
      { id: 'b', title: '差', value: worst },
    ];
    const electorates = [{ id: 'm', title: '党员', weight: '1' }];
    const tally = (worst: string) => aCount('a', { measure: { kind: 'tally', options: options(worst), electorates } });
    expect([found(tally('0.6')), found(tally('0'))]).toEqual([['appraisal-cannot-fall-below /score'], []]);
    const ratings = (range: string) =>
      aCount('a', { measure: { kind: 'ratings', range, electorates, leaveOut: { highest: 0, lowest: 0 } } });
    expect([found(ratings('[60,100]')), found(ratings('[0,100]'))]).toEqual([['appraisal-cannot-fall-below /score'], []]);
  });

  it('a number without a stated range, values that are samples', () => {
    const open = aCount('a', { measure: { kind: 'value', unit: '分', together: 'only' }, bounds: { atLeast: '0' } });
    expect(found(open)).toEqual(['range-not-stated /score/measure']);
    expect(found({ ...ten, sample: true })).toEqual(['sample-values /score']);
  });

  it('monthly ceilings that cannot make the year', () => {
    const plan = (each: string, total: string, step = '1') => ({ plans: [{ id: 'task', title: '上限', each, step, total }] });
    expect(found(ten, plan('[5,6]', '70'))).toEqual([]);
    expect(found(ten, plan('[6,6]', '70'))).toEqual(['plan-cannot-sum /plans/0']);
    expect(found(ten, plan('[5,6]', '73'))).toEqual(['plan-cannot-sum /plans/0']);
    expect(found(ten, plan('[5,6]', '70.5'))).toEqual(['plan-cannot-sum /plans/0']);
    expect(found(ten, plan('[5,6]', '70.5', '0.5'))).toEqual([]);
    expect(found(ten, plan('[5,6]', '70.5', '0'))).toEqual([]);
    expect([found(ten, plan('[5,6]', '60')), found(ten, plan('[5,6]', '72')), found(ten, plan('[5,)', '700'))]).toEqual([[], [], []]);
    expect(found(ten, plan('[5,6]', '59'))).toEqual(['plan-cannot-sum /plans/0']);
  });
});

describe('the linter on bands (regulation 2-2, A1)', () => {
  it.each([
    [['[8,)', '[4,7]', '(,4)'], ['gap-between-bands /grading/tables/0/bands/1/in'], '[4,8)'],
    [['[8,)', '[4,8)'], ['gap-between-bands /grading/tables/0/bands'], undefined],
    [['[4,9)', '(,4)'], ['gap-between-bands /grading/tables/0/bands'], undefined],
    [['(8,)', '[4,8)', '(,4)'], ['gap-between-bands /grading/tables/0/bands/1/in'], '[4,8]'],
    [['[8,)', '[4,8]', '(,4)'], ['bands-overlap /grading/tables/0/bands/0/in'], undefined],
    [['[11,)', '[4,11)', '(,4)'], ['band-never-reached /grading/tables/0/bands/0/in'], undefined],
    [['[10,)', '[4,10)', '(,4)'], [], undefined],
  ])('%j', (intervals, findings, proposal) => {
    const result = lint(ten, { grading: bands(...intervals) });
    expect(result.map(({ code, path }) => `${code} ${path}`)).toEqual(findings);
    expect(result[0]?.values.proposal).toBe(proposal);
  });

  it('a part that need not be there, or is not for everybody, may give nothing', () => {
    const five = (own: object) =>
      aSum('a', [{ ...ten, id: 'b', measure: { kind: 'value', unit: '分', range: '[5,10]', together: 'only' }, ...own }]);
    const grading = bands('[5,)');
    expect(found(five({}), { grading })).toEqual([]);
    expect(found(five({ absent: 'nothing' }), { grading })).toEqual(['gap-between-bands /grading/tables/0/bands']);
    expect(found(five({ for: ['x'] }), { grading, classes: [{ id: 'x', title: '甲类' }] })).toEqual([
      'gap-between-bands /grading/tables/0/bands',
    ]);
  });

  it.each([
    ['[0,1]', '[0,)', []],
    ['[0,1]', '[5,)', ['gap-between-bands /grading/tables/0/bands']],
    ['[1,2]', '[5,)', []],
    ['[-1,1]', '[0,)', ['no-floor /score', 'gap-between-bands /grading/tables/0/bands']],
    ['[-2,-1]', '(,0)', ['no-floor /score']],
  ])('what is multiplied by %s, from 5 upwards, lies in %s or not', (factor, band, findings) => {
    const open = aValue('b', '[5,)', { measure: { kind: 'value', unit: '分', range: '[5,)', together: 'only' } });
    const by = aValue('c', factor, { measure: { kind: 'value', unit: '', range: factor, together: 'only' } });
    const product: SchemeNode = { kind: 'product', id: 'a', title: '积', parts: [open, by] };
    expect(found(product, { grading: bands(band) }).toSorted()).toEqual(findings.toSorted());
  });

  it.each<[string, (factor: Item) => SchemeNode]>([
    ['need not be there', (factor) => ({ ...factor, absent: 'nothing' })],
    ['is not for everybody', (factor) => ({ ...factor, for: ['x'] })],
    [
      'waits for a decision',
      (part) => ({
        kind: 'when',
        id: 'w',
        title: '获批',
        condition: { kind: 'decision', decision: 'd' },
        part,
        adjust: [{ kind: 'plus', amount: '0' }],
      }),
    ],
    [
      'waits for two',
      (factor) => ({
        kind: 'when',
        id: 'w',
        title: '获批',
        condition: { kind: 'decision', decision: 'd' },
        part: { ...factor, for: ['x'] },
        otherwise: { kind: 'item', id: 'o', title: '未获批', measure: { kind: 'fixed', value: '0.5' } },
      }),
    ],
  ])('a factor that %s may be left out, which is no factor of nothing', (_, left) => {
    const only = (id: string, range: string) => aCount(id, { measure: { kind: 'value', unit: '分', range, together: 'only' } });
    const product = (range: string): SchemeNode => ({
      kind: 'product',
      id: 'a',
      title: '积',
      parts: [left(only('b', range)), only('c', '[8,10]')],
    });
    const gaps = (range: string, ...intervals: string[]) =>
      lint(product(range), { grading: bands(...intervals), classes: [{ id: 'x', title: '甲类' }] }).map(
        ({ code, values }) => `${code} ${values.gap}`,
      );
    expect(gaps('[0.5,0.5]', '[4,)')).toEqual([]);
    expect(gaps('[0.5,0.5]', '(5,)')).toEqual(['gap-between-bands [4,5]']);
    expect(gaps('[0.5,0.5]', '(,10]')).toEqual([]);
    expect(gaps('[0.5,0.5]', '(,5]')).toEqual(['gap-between-bands (5,10]']);
  });

  it('what a member earned in some months may stand for several times as much in the year', () => {
    const plans = [{ id: 'task', title: '上限', each: '[5,6]', step: '1', total: '70' }];
    const gaps = (own: object, interval: string, part: object = {}) =>
      lint(monthly({ ...ten, ...part }, own), { plans, grading: { ...bands(interval), of: 'year' } }).map(
        ({ code, values }) => `${code} ${values.gap}`,
      );
    const byNumber = { by: { kind: 'last' }, partOfYear: { kind: 'by-number' } };
    expect([gaps(byNumber, '[0,120]'), gaps(byNumber, '[0,119]')]).toEqual([[], ['gap-between-bands (119,120]']]);
    const byCeilings = { partOfYear: { kind: 'by-ceilings', plan: 'task', to: '70' } };
    expect([gaps(byCeilings, '[0,)'), gaps(byCeilings, '[0,999]')]).toEqual([[], ['gap-between-bands (999,)']]);
    const planned = { bounds: { atMost: { ceiling: 'task' } } };
    expect([gaps(byCeilings, '[0,70]', planned), gaps(byCeilings, '[0,69]', planned)]).toEqual([[], ['gap-between-bands (69,70]']]);
    const minus = { measure: { kind: 'value', unit: '分', range: '[-1,10]', together: 'only' } };
    expect(gaps(byCeilings, '[0,)', minus)).toEqual(['gap-between-bands (,0)', 'no-floor undefined']);
    expect(gaps(byCeilings, '[0,)', { ...minus, ...planned })).toEqual(['gap-between-bands (,0)', 'no-floor undefined']);
  });

  it('shares that differ by class are taken class by class, as a year goes by one class', () => {
    const classes = ['x', 'y'].map((id) => ({ id, title: id }));
    const share = (id: string, x: string, y: string) => ({ ...ten, id, adjust: [{ kind: 'times' as const, by: { byClass: { x, y } } }] });
    const gaps = (one: Item, interval: string) =>
      lint(aSum('a', [one, share('c', '0.3', '0.6')]), { classes, grading: bands(interval) }).map(
        ({ code, values }) => `${code} ${values.gap}`,
      );
    expect(gaps(share('b', '0.7', '0.4'), '[0,10]')).toEqual([]);
    expect(gaps(share('b', '0.7', '0.5'), '[0,10]')).toEqual(['gap-between-bands (10,11]']);
    expect(gaps(share('b', '0.8', '0.4'), '[0,10]')).toEqual(['gap-between-bands (10,11]']);
    const each = { ...ten, id: 'b', each: [{ kind: 'times' as const, by: { byClass: { x: '0.7', y: '0.4' } } }] };
    expect(gaps(each, '[0,10]')).toEqual(['gap-between-bands (10,13]']);
    const inMonths: Item = { ...share('m', '0.7', '0.4'), bounds: { atMost: '4' } };
    const monthlyLast = { ...monthly(inMonths, { by: { kind: 'last' } }), id: 'b' } as unknown as Item;
    expect(gaps(monthlyLast, '[0,10]')).toEqual([]);
    expect(gaps(monthlyLast, '[0,9]')).toEqual(['gap-between-bands (9,10]']);
  });

  it('a gap in which no rounded score can lie is none', () => {
    const whole = { ...bands('[8,)', '[4,7]', '[0,3]'), round: { places: 0, mode: 'half-up' as const } };
    expect(found(ten, { grading: whole })).toEqual([]);
    expect(found(ten, { grading: { ...whole, round: { places: 1, mode: 'half-up' } } })).toHaveLength(2);
  });

  it('a grade that no band and no rule gives', () => {
    const grading = { ...bands('[0,)'), grades };
    expect(found(ten, { grading })).toEqual(['grade-never-given /grading/grades/1', 'grade-never-given /grading/grades/2']);
    const overrides: Override[] = [
      { id: 'o', title: '违纪', when: { kind: 'decision', decision: 'd' }, effect: { kind: 'grade-is', grade: 'poor' } },
    ];
    expect(found(ten, { grading, overrides })).toEqual(['grade-never-given /grading/grades/1']);
  });

  it('tables of counts need whole numbers only, tables of amounts every number', () => {
    const rows = [
      { in: '[0,1]', value: '0' },
      { in: '[2,)', value: '1' },
    ];
    expect(found(aCount('a', { adjust: [{ kind: 'table', rows }] }))).toEqual([]);
    expect(found({ ...ten, adjust: [{ kind: 'table', rows }] })).toEqual(['gap-between-rows /score/adjust/0/rows/0/in']);
    expect(found(aCount('a', { each: [{ kind: 'if-marked', mark: 'm', adjust: [{ kind: 'table', rows: rows.slice(1) }] }] }))).toEqual([
      'gap-between-rows /score/each/0/adjust/0/rows',
    ]);
    const twice = [
      { in: '[0,5]', value: '0' },
      { in: '[5,10]', value: '1' },
    ];
    expect(found({ ...ten, adjust: [{ kind: 'table', rows: twice }] })).toEqual(['rows-overlap /score/adjust/0/rows/1/in']);
  });
});

describe('the linter on rules (regulation 2-2, 2-3)', () => {
  it('a third of two members is no place', () => {
    const grading = bands('[0,)');
    const [third] = lint(ten, { grading, quotas: [quota('at-most', '1/3', 'down')] });
    expect([third?.code, third?.path, third?.values.upTo]).toEqual(['quota-gives-no-place', '/quotas/0', '2']);
    expect(found(ten, { grading, quotas: [quota('at-most', '1/3', 'up')] })).toEqual([]);
  });

  it('at least half and at most a third contradict each other', () => {
    const quotas = [quota('at-least', '1/2', 'up'), quota('at-most', '1/3', 'up')];
    expect(found(ten, { grading: bands('[0,)'), quotas })).toEqual(['quotas-contradict /quotas/0']);
    const ofOthers = [quota('at-least', '1/2', 'up'), { ...quota('at-most', '1/3', 'up'), grade: 'fair' }];
    expect(found(ten, { grading: bands('[8,)', '(,8)'), quotas: ofOthers })).toEqual([]);
  });

  it.each<[string, Condition, readonly string[]]>([
    [
      'two intervals without a common number',
      { kind: 'all', of: [score('[0,3)'), score('[4,5]')] },
      ['rule-never-holds /proposals/0/when'],
    ],
    ['the same twice', { kind: 'any', of: [score('[0,3)'), score('[0,3)')] }, ['rule-says-the-same /proposals/0/when/of/1']],
    [
      'two standings at once',
      {
        kind: 'not',
        of: {
          kind: 'all',
          of: [
            { kind: 'standing', is: 'full' },
            { kind: 'standing', is: 'probationary' },
          ],
        },
      },
      ['rule-never-holds /proposals/0/when/of'],
    ],
    ['either of two intervals', { kind: 'any', of: [score('[0,3)'), score('[4,5]')] }, []],
  ])('%s', (_, when, findings) => expect(found(ten, { proposals: [{ id: 'p', title: '建议', when }] })).toEqual(findings));

  it('a rung behind one that already includes it', () => {
    const ladder = (...texts: string[]) => [
      { id: 'l', title: '措施', rungs: texts.map((text, index) => ({ id: `r${index}`, title: text, when: score(text) })) },
    ];
    expect(found(ten, { ladders: ladder('[0,8)', '[0,6)') })).toEqual(['rung-never-reached /ladders/0/rungs/1']);
    expect(found(ten, { ladders: ladder('[0,6)', '[0,8)') })).toEqual([]);
  });

  it.each(['登录次数', '每日签到', '在线时长', '文章点赞', '积分排名奖励', '学习平台积分'])(
    '%s can be evaluated, but never adopted',
    (title) => {
      const scheme = aScoringScheme({ ...ten, title });
      expect(lintScheme(scheme).map(({ code, severity }) => [code, severity])).toEqual([['forbidden-item', 'error']]);
      expect(lintScheme(scheme).some(isError)).toBe(true);
    },
  );

  it('of a scheme that cannot be evaluated only that is reported', () => {
    expect(found({ ...ten, title: '登录次数', for: ['nobody'] })).toEqual(['unknown-class /score/for/0']);
  });
});
