import { describe, expect, it } from '@jest/globals';
import type { Extension } from './deadlines.ts';
import { monthDeadlines } from './deadlines.ts';
import type { EvaluationSettings } from './joint-evaluation.ts';
import { jointDeadlines, monthsDueBy } from './joint-evaluation.ts';
import { type LocalDate, localDateOf } from './local-date.ts';
import { type Period, period } from './period.ts';
import { defaultCountySettings as settings } from './settings.ts';

const calendar = { holidays: [], makeUpDays: [] };
const rules = { partyDay: 12, calendar, settings };
const byQuarter: EvaluationSettings = [{ from: period('2026-07'), evaluation: 'quarter', merged: [] }];
const january = period('2027-01');
const merged: EvaluationSettings = [{ from: january, evaluation: 'month', merged: [[january, period('2027-02')]] }];

type Given = Readonly<Record<string, readonly Extension[]>>;
const due = (month: string, evaluation: EvaluationSettings, given: Given = {}) =>
  jointDeadlines({ ...rules, period: period(month), evaluation, extensionsOf: (one: Period) => given[one] ?? [] });
const lastDay = (deadline: number): LocalDate => localDateOf(deadline - 1);
const days = (month: string, evaluation: EvaluationSettings, given?: Given) => {
  const { applicationBy, registrationBy, reviewBy, meetingOn, meetingBy } = due(month, evaluation, given);
  return [lastDay(applicationBy), lastDay(registrationBy), lastDay(reviewBy), meetingOn, lastDay(meetingBy)];
};

describe('deadlines of months that are evaluated together (regulation 2-2, A11)', () => {
  it('a month by itself has its own', () => expect(due('2026-07', [])).toEqual(monthDeadlines({ ...rules, period: period('2026-07') })));

  it('in a quarter the steps up to the review keep their month’s days, the meeting is the last month’s', () => {
    expect(days('2026-07', byQuarter)).toEqual(['2026-08-07', '2026-08-10', '2026-08-12', '2026-10-12', '2026-10-31']);
    expect(days('2026-08', byQuarter)).toEqual(['2026-09-09', '2026-09-10', '2026-09-12', '2026-10-12', '2026-10-31']);
    expect(due('2026-09', byQuarter)).toEqual(monthDeadlines({ ...rules, period: period('2026-09') }));
    expect(due('2026-07', byQuarter).postBy).toBe(due('2026-09', byQuarter).postBy);
  });

  it('the earlier of two merged months takes all days of the later', () => {
    expect(due('2027-01', merged)).toEqual(monthDeadlines({ ...rules, period: period('2027-02') }));
    expect(due('2027-01', merged)).toEqual(due('2027-02', merged));
  });

  it('an extension of the closing month’s meeting holds for the months that wait for it', () => {
    const given: Given = { '2026-09': [{ step: 'meeting', lastDay: '2026-11-06' }] };
    expect(days('2026-07', byQuarter, given)).toEqual(['2026-08-07', '2026-08-10', '2026-08-12', '2026-10-12', '2026-11-06']);
  });

  it('an extension of its own review moves its review, and the meeting only where it would come first', () => {
    const review = (lastDay: LocalDate): Given => ({ '2026-07': [{ step: 'review', lastDay }] });
    expect(days('2026-07', byQuarter, review('2026-09-01')).slice(2)).toEqual(['2026-09-01', '2026-10-12', '2026-10-31']);
    expect(days('2026-07', byQuarter, review('2026-10-31')).slice(2)).toEqual(['2026-10-31', '2026-10-12', '2026-10-31']);
    expect(days('2026-07', byQuarter, review('2026-11-02')).slice(2)).toEqual(['2026-11-02', '2026-10-12', '2026-11-02']);
  });

  it('extensions of the later month hold for the earlier, and its own as well', () => {
    const given: Given = {
      '2027-01': [{ step: 'application', lastDay: '2027-03-11' }],
      '2027-02': [{ step: 'application', lastDay: '2027-03-10' }],
    };
    expect(days('2027-02', merged, given)[0]).toBe('2027-03-10');
    expect(days('2027-01', merged, given)[0]).toBe('2027-03-11');
  });

  it.each([
    ['2026-07', byQuarter, ['2026-07', '2026-09']],
    ['2026-09', byQuarter, ['2026-09']],
    ['2027-01', merged, ['2027-01', '2027-02']],
    ['2027-02', merged, ['2027-02']],
  ] as const)('%s is due by the extensions of its months', (month, evaluation, expected) =>
    expect(monthsDueBy(period(month), evaluation)).toEqual(expected),
  );
});
