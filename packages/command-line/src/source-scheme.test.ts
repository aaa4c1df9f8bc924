import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseFacts, parseScheme } from '@jifen/contracts/schemes';
import {
  evaluate,
  formatPoints,
  type MonthProfile,
  type PreparedScheme,
  prepareScheme,
  profileOf,
  type ScoringScheme,
} from '@jifen/domain';
import { library } from './expectation.builders.ts';
import { readJson } from './load.ts';

type Entry = { item: string; date: string; value?: string; evidence?: string };

function file(name: string, of = 'source-village-community'): unknown {
  const read = readJson(join(library, of, name));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
}
function schemeOf(sector: string): ScoringScheme {
  const parsed = parseScheme(file('scheme.json', `source-${sector}`));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  return parsed.value;
}
function inMonths(sector: string): MonthProfile {
  const profile = profileOf(schemeOf(sector));
  if (!profile.ok) throw new Error(JSON.stringify(profile.refusal));
  return profile.value;
}
function ready(): PreparedScheme {
  const prepared = prepareScheme(schemeOf('village-community'));
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  return prepared.value;
}
const village = ready();

const sectors = ['public-institution', 'village-community', 'new-organisation'] as const;
const common = [
  ['unexcused-absence', '-0.5'],
  ['late-dues', '-0.5'],
  ['study-not-completed', '-0.5'],
  ['statement-against-party-line', '-2'],
  ['request-of-masses-ignored', '-1'],
  ['criticised-by-organisation', '-2'],
  ['public-morals-failing', '-1'],
  ['gift-or-banquet-rule-failing', '-2'],
];
const own = {
  'public-institution': [
    ['absence-from-post', '-1'],
    ['no-report-to-community', '-0.5'],
  ],
  'village-community': [
    ['village-rule-failing', '-0.5'],
    ['away-without-contact', '-0.5'],
  ],
  'new-organisation': [
    ['workplace-rule-failing', '-0.5'],
    ['dispute-with-customers', '-0.5'],
  ],
} as const;
const worths = (items: MonthProfile['base']['items']) => items.map(({ id, amount }) => [id, amount === null ? null : formatPoints(amount)]);

describe.each(sectors)('the source’s scheme for %s, in months (regulation 2-1)', (sector) => {
  const { base, task, reward, honour } = inMonths(sector);

  it('begins the year with 20 and counts at most 10 reward points', () =>
    expect([base.yearStart, reward.yearMaximum].map((amount) => amount && formatPoints(amount))).toEqual(['20', '10']));

  it('deducts for these items, by samples that may be another amount', () => {
    expect(worths(base.items)).toEqual([...common, ...own[sector]]);
    expect(base.items.every(({ sample, range, evidence }) => sample && range === '(,0)' && evidence === 'optional')).toBe(true);
  });

  it('rewards with evidence', () => {
    expect(worths(reward.items)).toEqual([
      ['yearly-target-exceeded', '2'],
      ['major-contribution', '3'],
      ['heroic-act', '5'],
      ['commendation-below-county', '1'],
    ]);
    expect(reward.items.every(({ range, evidence }) => range === '(0,)' && evidence === 'required')).toBe(true);
  });

  it('honours have no amount until the county fills its table, and need their document', () =>
    expect(honour.items.map(({ id, amount, evidence }) => [id, amount, evidence])).toEqual([
      ['county-level', null, 'required'],
      ['city-level', null, 'required'],
      ['province-level', null, 'required'],
      ['national-level', null, 'required'],
    ]));

  it('a pledge done in part counts 60 of 100', () =>
    expect(task.rates).toEqual({
      done: { numerator: 1, denominator: 1 },
      'partly-done': { numerator: 3, denominator: 5 },
      'not-done': { numerator: 0, denominator: 1 },
    }));
});

describe('the grade (regulation 2-2, A1)', () => {
  const examples = file('examples.json') as { name: string; facts: { entries: Entry[] } }[];
  /** Ninety points, and something given or taken. */
  const ninety = examples.find(({ name }) => name.startsWith('S-2'))?.facts ?? { entries: [] };
  const honour = (value: string) => ({ id: 'x', item: 'county-level', date: '2026-05-08', value, evidence: '县委文件' });
  const deduction = (value: string, item = 'late-dues') => ({ id: item, item, date: '2026-05-08', value });

  it.each([
    ['120', 'outstanding', [honour('30')]],
    ['90', 'outstanding', []],
    ['89.99', 'qualified', [deduction('-0.01')]],
    ['80', 'qualified', [deduction('-10')]],
    ['79.99', 'basically-qualified', [deduction('-10.01')]],
  ] as const)('%s points make a member %s', (total, grade, more) => expect(graded([...ninety.entries, ...more])).toEqual([total, grade]));

  it.each([
    ['60', 'basically-qualified', '-10'],
    ['59.99', 'unqualified', '-10.01'],
    ['50', 'unqualified', '-20'],
    ['50', 'unqualified', '-21'],
  ] as const)('%s points make a member %s, after deductions of %s', (total, grade, value) =>
    expect(graded([deduction(value), { ...honour('50') }])).toEqual([total, grade]),
  );

  function graded(entries: readonly Entry[]) {
    const parsed = parseFacts({ ...ninety, entries });
    const result = parsed.ok ? evaluate(village, parsed.value) : null;
    if (!result?.ok) throw new Error(JSON.stringify(result ?? parsed));
    return [result.value.total, result.value.grade.id];
  }
});
