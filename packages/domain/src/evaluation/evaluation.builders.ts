import { period } from '../calendar/period.ts';
import { memberId } from '../ids/ids.ts';
import { points } from '../points/points.ts';
import type { Pledge } from '../schemes/pledges.ts';
import type { Component } from '../schemes/profile/month-profile.ts';
import type { KeptRow, YearSoFar } from './month-facts.ts';
import type { Fulfilment, MonthLine } from './month-line.ts';

export const aMemberId = memberId('m1');

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

/** October, with one pledge due and nothing in the ledger. */
export const aYear = (other: Partial<YearSoFar> = {}): YearSoFar => {
  const at = other.period ?? period('2026-10');
  return {
    memberId: aMemberId,
    period: at,
    months: [{ period: at, ceiling: points(6) }],
    rows: [],
    claim: { kind: 'fulfilments', fulfilments: [done('p1')] },
    pledgesDue: [aPledge('p1')],
    ...other,
  };
};

/** A row of October. */
export const aRow = (component: Component, item: string, amount: number | string, other: Partial<KeptRow> = {}): KeptRow => ({
  id: `${component}/${item}/${amount}`,
  period: period('2026-10'),
  component,
  item,
  amount: points(amount),
  ...other,
});
