import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Extension, extendedDeadlines, type MonthDeadlines, monthDeadlines, personalApplicationBy } from './deadlines.ts';
import { dateOfDayNumber, endOfDay, type LocalDate, localDateOf } from './local-date.ts';
import { period } from './period.ts';
import { defaultCountySettings as settings } from './settings.ts';

const calendar = { holidays: [], makeUpDays: [] };
/** Applications by 9 November, registration by the 10th, review and party day on the 12th, meeting by the 30th. */
const due = monthDeadlines({ period: period('2026-10'), partyDay: 12, calendar, settings });

const extended = (...extensions: Extension[]) => extendedDeadlines({ due, extensions, calendar });
const instantsOf = (month: MonthDeadlines) => [month.applicationBy, month.registrationBy, month.reviewBy, month.meetingBy];
const lastDays = (month: MonthDeadlines) => instantsOf(month).map((deadline) => localDateOf(deadline - 1));

describe('a superior’s extension (regulation 2-2 steps 3–6)', () => {
  it('without any the deadlines are those of the month', () => {
    expect(lastDays(extended())).toEqual(['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-30']);
    expect(extended()).toEqual(due);
  });

  it.each([
    ['application', '2026-11-10', ['2026-11-10', '2026-11-10', '2026-11-12', '2026-11-30']],
    ['application', '2026-11-11', ['2026-11-11', '2026-11-11', '2026-11-12', '2026-11-30']],
    ['application', '2026-12-01', ['2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01']],
    ['registration', '2026-11-16', ['2026-11-09', '2026-11-16', '2026-11-16', '2026-11-30']],
    ['review', '2026-11-13', ['2026-11-09', '2026-11-10', '2026-11-13', '2026-11-30']],
    ['meeting', '2026-12-04', ['2026-11-09', '2026-11-10', '2026-11-12', '2026-12-04']],
  ] as const)('of the %s to %s pushes what comes after it to at least the same day, and nothing before it', (step, lastDay, expected) => {
    expect(lastDays(extended({ step, lastDay }))).toEqual(expected);
  });

  it('never shortens: the same day and an earlier one change nothing', () => {
    expect(extended({ step: 'application', lastDay: '2026-11-09' })).toEqual(due);
    expect(extended({ step: 'application', lastDay: '2026-11-08' })).toEqual(due);
    expect(extended({ step: 'meeting', lastDay: '2026-11-29' })).toEqual(due);
  });

  it('is an exclusive midnight like every deadline', () =>
    expect(extended({ step: 'review', lastDay: '2026-11-13' }).reviewBy).toBe(endOfDay('2026-11-13')));

  it('of several for one step the latest counts, in whichever order they came', () => {
    const [first, second] = [
      { step: 'registration', lastDay: '2026-11-17' },
      { step: 'registration', lastDay: '2026-11-13' },
    ] as const;
    expect(lastDays(extended(first, second))).toEqual(['2026-11-09', '2026-11-17', '2026-11-17', '2026-11-30']);
    expect(extended(second, first)).toEqual(extended(first, second));
  });

  it('the meeting waits for the last day of the review, and the posting for the working day after it', () => {
    const later = extended({ step: 'application', lastDay: '2026-11-20' });
    expect([later.meetingOn, localDateOf(later.postBy - 1)]).toEqual(['2026-11-20', '2026-11-23']);
    const sameDay = extended({ step: 'review', lastDay: '2026-11-12' });
    expect([sameDay.meetingOn, localDateOf(sameDay.postBy - 1)]).toEqual(['2026-11-12', '2026-11-13']);
  });

  it('of the meeting alone leaves the party day as it is', () =>
    expect(extended({ step: 'meeting', lastDay: '2026-12-04' }).meetingOn).toBe('2026-11-12'));

  describe('whatever is extended', () => {
    const days = fc.integer({ min: 20_740, max: 20_860 }).map(dateOfDayNumber);
    const steps = fc.constantFrom('application', 'registration', 'review', 'meeting' as const);
    const extensions = fc.array(fc.record({ step: steps, lastDay: days }) as fc.Arbitrary<Extension>, { maxLength: 6 });

    it('no deadline becomes earlier', () => {
      fc.assert(
        fc.property(extensions, (given) => {
          const after = instantsOf(extended(...given));
          expect(after.filter((deadline, index) => deadline < (instantsOf(due)[index] ?? 0))).toEqual([]);
        }),
      );
    });

    it('the deadlines stay in the order of the steps, and each step has at least the day it was given', () => {
      fc.assert(
        fc.property(extensions, (given) => {
          const after = extended(...given);
          expect(instantsOf(after)).toEqual(instantsOf(after).toSorted((left, right) => left - right));
          const dueAt = {
            application: after.applicationBy,
            registration: after.registrationBy,
            review: after.reviewBy,
            meeting: after.meetingBy,
          };
          expect(given.filter(({ step, lastDay }) => dueAt[step] < endOfDay(lastDay))).toEqual([]);
        }),
      );
    });

    it('the same extensions once more change nothing', () => {
      fc.assert(
        fc.property(extensions, (given) => {
          const once = extended(...given);
          expect(extendedDeadlines({ due: once, extensions: given, calendar })).toEqual(once);
        }),
      );
    });
  });
});

describe('one member’s own deadline (个别延期, regulation 2-2 step 3)', () => {
  const wide = extended({ step: 'registration', lastDay: '2026-11-12' });
  const lastDay = (...given: string[]) => localDateOf(personalApplicationBy({ due: wide, lastDays: given as LocalDate[] }) - 1);

  it.each([
    [[], '2026-11-09'],
    [['2026-11-10'], '2026-11-10'],
    [['2026-11-12'], '2026-11-12'],
    [['2026-11-13'], '2026-11-12'],
    [['2026-11-11', '2026-11-10'], '2026-11-11'],
    [['2026-11-06'], '2026-11-09'],
  ])('of the days %j, at most until the registration is due, is %s', (given, expected) => expect(lastDay(...given)).toBe(expected));

  it('is an exclusive midnight, also where it is the registration’s', () =>
    expect([
      personalApplicationBy({ due: wide, lastDays: ['2026-11-11'] }),
      personalApplicationBy({ due: wide, lastDays: ['2026-12-01'] }),
    ]).toEqual([endOfDay('2026-11-11'), wide.registrationBy]));
});
