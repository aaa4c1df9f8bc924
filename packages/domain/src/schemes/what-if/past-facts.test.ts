import { describe, expect, it } from '@jest/globals';
import { pointsFromHundredths } from '../../points/points.ts';
import { evaluate, prepareScheme } from '../engine/evaluate.ts';
import type { PreparedScheme } from '../engine/prepare.ts';
import type { Item, SchemeNode } from '../language/node.ts';
import { aCount, aScoringScheme, aSum, aValue } from '../scheme.builders.ts';
import { type PastEntry, type PastYear, pastFacts, standingRows } from './past-facts.ts';

function ready(parts: readonly SchemeNode[], own = {}): PreparedScheme {
  const prepared = prepareScheme(aScoringScheme(aSum('total', parts), own));
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  return prepared.value;
}
const worth = (id: string, by: string, own: Partial<Item> = {}) => aCount(id, { each: [{ kind: 'times', by }], ...own });
const row = (item: string, amount: number, own: Partial<PastEntry> = {}): PastEntry => ({
  id: `act/${item}`,
  component: 'base',
  item,
  period: '2026-03',
  amount: pointsFromHundredths(amount),
  evidence: '会议决议',
  ...own,
});
const aYear = (entries: readonly PastEntry[], own: Partial<PastYear> = {}): PastYear => ({
  member: 'm1',
  standing: 'full',
  class: 'in-post',
  year: 2026,
  until: '2026-04',
  months: [
    { period: '2026-03', ceiling: pointsFromHundredths(600) },
    { period: '2026-04', ceiling: pointsFromHundredths(550) },
  ],
  entries,
  ...own,
});

const present = ready([worth('absence', '-0.5'), aValue('decided', '[0,)'), aValue('award', '(0,)')]);

describe('a year of the record as facts (regulation 2-2)', () => {
  it('a count is the amount divided by its worth when it was entered', () => {
    const draft = ready([worth('absence', '-2')]);
    const { facts, leftOut } = pastFacts(draft, present, aYear([row('absence', -150)]));
    expect(facts.entries).toEqual([{ id: 'act/absence', item: 'absence', date: '2026-03-28', quantity: 3 }]);
    expect(leftOut).toEqual([]);
    const result = evaluate(draft, facts);
    expect(result.ok && result.value.total).toBe('-6');
  });

  it('so does an amount that is a multiple of the usual worth; another one stays what it was', () => {
    const usually = (by: string) =>
      ready([{ ...aValue('absence', '(,0)'), measure: { kind: 'value', unit: '分', range: '(,0)', together: 'sum', usual: by } }]);
    const told = (draft: PreparedScheme, entered: PreparedScheme, amount: number) => {
      const { facts, leftOut } = pastFacts(draft, entered, aYear([row('absence', amount)]));
      const [{ quantity, value } = {}] = facts.entries;
      return leftOut[0]?.code ?? { quantity, value };
    };
    expect(told(usually('-2'), usually('-0.5'), -150)).toEqual({ quantity: 3 });
    expect(told(usually('-2'), usually('-0.5'), -70)).toEqual({ value: '-0.7' });
    expect(told(usually('-2'), present, -100)).toEqual({ quantity: 2 });
    expect(told(present, usually('-2'), -400)).toEqual({ quantity: 2 });
    expect(told(present, usually('-2'), -300)).toBe('amount-is-no-count');
  });

  it('task points count as they were decided, however they came about', () => {
    const { facts } = pastFacts(present, present, aYear([row('fulfilments', 480, { component: 'task' })]));
    expect(facts.entries).toEqual([{ id: 'act/fulfilments', item: 'decided', date: '2026-03-28', value: '4.8' }]);
  });

  it('a row that cannot be expressed is left out and named, never guessed', () => {
    const draft = ready([worth('absence', '-2'), worth('award', '1')]);
    const odd = [row('absence', -70), row('absence', 50, { id: 'other' }), row('award', 300), row('gone', 100)];
    const { facts, leftOut } = pastFacts(draft, present, aYear(odd));
    expect(facts.entries).toEqual([]);
    expect(leftOut).toEqual([
      { item: 'absence', code: 'amount-is-no-count' },
      { item: 'absence', code: 'amount-is-no-count' },
      { item: 'award', code: 'measured-differently' },
      { item: 'gone', code: 'no-such-item' },
    ]);
  });

  it('an item whose worth is a table gives no count', () => {
    const table = aCount('absence', { each: [{ kind: 'at-most', value: '3' }] });
    expect(pastFacts(present, ready([table]), aYear([row('absence', -50)])).leftOut).toEqual([
      { item: 'absence', code: 'amount-is-no-count' },
    ]);
  });

  it('the resolution stands for the evidence, the reason and the second person that an item asks for', () => {
    const draft = ready([worth('absence', '-1', { requires: ['evidence', 'reason', 'second-person'] })]);
    expect(pastFacts(draft, present, aYear([row('absence', -50)])).facts.entries[0]).toMatchObject({
      evidence: '会议决议',
      reason: '会议决议',
      secondPerson: '会议决议',
    });
  });

  it('months without a sheet are months without the member; every plan has the ceilings of the others', () => {
    const plans = [{ id: 'task', title: '任务', each: '[5,6]', step: '0.5' }];
    const classes = [{ id: 'in-post', title: '在职' }];
    const { facts } = pastFacts(ready([aCount('a')], { plans, classes }), present, aYear([]));
    expect(facts.member).toEqual({
      id: 'm1',
      standing: 'full',
      classes: [{ class: 'in-post', from: '2025-01-01' }],
      away: ['2026-01', '2026-02'],
    });
    expect([facts.until, facts.ceilings]).toEqual(['2026-04', { task: { '2026-03': '6', '2026-04': '5.5' } }]);
    const { until: _until, ...over } = aYear([]);
    expect(pastFacts(present, present, over).facts.member.away).toHaveLength(10);
  });

  it('a row that was taken back does not count, nor does what took it back', () => {
    const rows = [{ id: '1' }, { id: '2', reverses: '1' }, { id: '3' }];
    expect(standingRows(rows)).toEqual([{ id: '3' }]);
  });
});
