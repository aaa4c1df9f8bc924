import { describe, expect, it } from '@jest/globals';
import { aCount, aSum } from '../scheme.builders.ts';
import { aMonthScheme, monthParts } from './profile.builders.ts';
import { otherItem, readyForMonths } from './ready-scheme.ts';

const ready = (...given: Parameters<typeof aMonthScheme>) => {
  const made = readyForMonths(aMonthScheme(...given));
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
};
const others = (component: 'base' | 'reward' | 'honour') => ({
  kind: 'item',
  id: `${component}/other`,
  title: '',
  measure: { kind: 'value', unit: '分', together: 'sum' },
});
const withOther = (component: 'base' | 'reward' | 'honour') => {
  const part = monthParts[component];
  return { ...part, parts: [...(part.kind === 'sum' ? part.parts : []), others(component)] };
};

describe('what months need of a scheme (regulation 2-1)', () => {
  it('are base, task and reward as the total and honours apart, each with room for rows of another scheme', () => {
    const { scheme } = ready().monthly;
    expect(scheme).toEqual({
      format: 'jifen-scheme/1',
      id: 'source-village-community',
      version: 1,
      title: '例',
      places: 2,
      year: { startsInMonth: 1 },
      plans: [{ id: 'task', title: '任务分月度上限', each: '[0,)', step: '0.01' }],
      score: {
        kind: 'sum',
        id: 'months/total',
        title: '例',
        parts: [withOther('base'), monthParts.task, withOther('reward')],
      },
      apart: [withOther('honour')],
    });
    expect(otherItem('base')).toBe('base/other');
  });

  it('leave out the classes, the grades and everything else of the year', () => {
    const grading = { of: 'total', grades: [{ id: 'good', title: '好' }], tables: [{ bands: [{ grade: 'good', in: '[0,)' as const }] }] };
    const { scheme } = ready({}, { grading, classes: [{ id: 'x', title: '甲' }] }).monthly;
    expect([scheme.grading, scheme.classes]).toEqual([undefined, undefined]);
  });

  it('are ready to be scored by, with the profile beside', () => {
    const { monthly, profile } = ready();
    expect([...monthly.nodes.keys()].filter((id) => id.includes('/'))).toEqual([
      'months/total',
      'base/other',
      'reward/other',
      'honour/other',
    ]);
    expect([profile.id, profile.version, profile.task.month]).toEqual(['source-village-community', 1, 'task-month']);
  });

  it('what a month cannot follow is said and nothing is made ready', () =>
    expect(readyForMonths(aMonthScheme({ reward: aSum('reward', [aCount('a', { bounds: { atMost: '3' } })]) }))).toEqual({
      ok: false,
      refusal: [
        { code: 'item-unfit-for-months', path: '/score/parts/2/parts/0', severity: 'error', values: { title: 'a项', sign: 'adds' } },
      ],
    }));

  it.each([
    [undefined, 'until-review-then-supplement'],
    ['refused', 'refused'],
    ['until-review-then-supplement', 'until-review-then-supplement'],
  ] as const)('an application that is late, where the scheme says %s: %s', (lateApplication, result) =>
    expect(ready({}, lateApplication ? { policies: { lateApplication } } : {}).profile.lateApplication).toBe(result),
  );
});
