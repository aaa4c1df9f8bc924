import { period } from '../calendar/period.ts';
import { memberId } from '../ids/ids.ts';
import { points } from '../points/points.ts';
import type { Pledge } from '../schemes/pledges.ts';
import { sourceScheme } from '../schemes/source-scheme.ts';
import type { Fulfilment, MonthLine } from './month-line.ts';
import { type MonthFacts, nothingCarried } from './month-sheet.ts';

export const aMemberId = memberId('m1');
export const aScheme = sourceScheme('village-community');

export const aPledge = (id: string, weight = 1, owner = aMemberId): Pledge => ({
  id,
  memberId: owner,
  kind: 'common',
  dueMonths: [10],
  weight,
});

export const done = (pledgeId: string): Fulfilment => ({ pledgeId, rate: 'done' });
export const partlyDone = (pledgeId: string): Fulfilment => ({ pledgeId, rate: 'partly-done', note: 'half of the households visited' });
export const notDone = (pledgeId: string): Fulfilment => ({ pledgeId, rate: 'not-done', note: 'the road was closed' });

/** A line that claims all of one pledge `p1`. */
export const aLine = (other: Partial<MonthLine> = {}): MonthLine => ({
  memberId: aMemberId,
  base: [],
  task: { kind: 'fulfilments', fulfilments: [done('p1')] },
  reward: [],
  ...other,
});

export const monthFacts = (other: Partial<MonthFacts> = {}): MonthFacts => ({
  scheme: aScheme,
  period: period('2026-10'),
  ceiling: points(6),
  pledgesDue: [aPledge('p1')],
  line: aLine(),
  carried: nothingCarried,
  ...other,
});
