import type { Item, SchemeNode } from '../language/node.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { aCount, aScoringScheme, aSum, monthly } from '../scheme.builders.ts';
import type { MonthProfile } from './month-profile.ts';
import { type ReadyScheme, readyForMonths } from './ready-scheme.ts';

/** An item that may count any amount on its side of 0. */
const anAmount = (id: string, range: '(,0)' | '(0,)', own: Partial<Item> = {}, usual?: string): Item =>
  aCount(id, { measure: { kind: 'value', unit: '分', range, together: 'sum', ...(usual === undefined ? {} : { usual }) }, ...own });

const requires = ['evidence'] as const;
const round = { kind: 'round', places: 2, mode: 'half-up' } as const;
const ceiling = { kind: 'times', by: { ceiling: 'task' } } as const;
const only = { kind: 'value', together: 'only' } as const;

const taskMonth: SchemeNode = {
  kind: 'choose-one',
  id: 'task-month',
  title: '当月任务分',
  absent: 'nothing',
  bounds: { atMost: { ceiling: 'task' }, atLeast: '0' },
  parts: [
    aCount('pledges', {
      measure: {
        kind: 'fulfilment',
        rates: [
          { id: 'done', title: '完成', value: '1' },
          { id: 'partly-done', title: '部分完成', value: '0.6' },
          { id: 'not-done', title: '未完成', value: '0' },
        ],
      },
      adjust: [ceiling, round],
    }),
    aCount('stated-progress', {
      measure: { ...only, unit: '%', range: '[0,100]' },
      adjust: [{ kind: 'times', by: '1/100' }, ceiling, round],
    }),
    aCount('decided', { measure: { ...only, unit: '分', range: '[0,)' } }),
  ],
};

export const monthParts = {
  base: aSum(
    'base',
    [
      aCount('base-start', { measure: { kind: 'fixed', value: '20' } }),
      anAmount('unexcused-absence', '(,0)', { sample: true }, '-0.5'),
      anAmount('late-dues', '(,0)', { sample: true }, '-0.5'),
    ],
    { bounds: { atLeast: '0' } },
  ),
  task: monthly(taskMonth, { id: 'task', title: '任务分', absent: 'nothing', adjust: [round], bounds: { atMost: '70' } }),
  reward: aSum('reward', [anAmount('major-contribution', '(0,)', { sample: true, requires }, '3'), aCount('letter', { requires })], {
    bounds: { atMost: '10' },
  }),
  honour: aSum('honour', [anAmount('county-level', '(0,)', { requires })]),
} satisfies Record<string, SchemeNode>;

/** A scheme of the usual four components, with some of its parts replaced. */
export const aMonthScheme = (parts: Partial<Record<keyof typeof monthParts, SchemeNode>> = {}, own: Partial<ScoringScheme> = {}) =>
  aScoringScheme(aSum('total', Object.values({ ...monthParts, ...parts }), { bounds: { atLeast: '0' } }), {
    id: 'source-village-community',
    plans: [{ id: 'task', title: '任务分月度上限', each: '[5,6]', step: '0.01', total: '70' }],
    ...own,
  });

function ready(): ReadyScheme {
  const made = readyForMonths(aMonthScheme());
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
export const aReadyScheme: ReadyScheme = ready();
export const aProfile: MonthProfile = aReadyScheme.profile;
