import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  monthDeadlines,
  objectionDeadline,
  postingDeadline,
  publicityDeadlines,
  returnDeadline,
  supplementDeadlines,
} from './deadlines.ts';
import { dateOfDayNumber, endOfDay, type LocalDate, localDateOf, startOfDay } from './local-date.ts';
import { period } from './period.ts';
import { defaultCountySettings as settings } from './settings.ts';
import type { WorkCalendar } from './working-days.ts';

const plain: WorkCalendar = { holidays: [], makeUpDays: [] };
/** The last day on which something is in time. */
const lastDay = (deadline: number): LocalDate => localDateOf(deadline - 1);

describe('the month’s deadlines (regulation 2-2 steps 3–7)', () => {
  const october = monthDeadlines({ period: period('2026-10'), partyDay: 12, calendar: plain, settings });

  it('submission opens on the 25th of the month, at its midnight', () => expect(october.opensAt).toBe(startOfDay('2026-10-25')));
  it('the meeting is on the party day of the month after', () => expect(october.meetingOn).toBe('2026-11-12'));
  it('applications end three working days before the party day', () => expect(lastDay(october.applicationBy)).toBe('2026-11-09'));
  it('registration ends two working days before the party day', () => expect(lastDay(october.registrationBy)).toBe('2026-11-10'));
  it('the review ends on the party day', () => expect(lastDay(october.reviewBy)).toBe('2026-11-12'));
  it('the meeting is held at the latest on the last day of that month', () => expect(lastDay(october.meetingBy)).toBe('2026-11-30'));
  it('the list is posted on the working day after the meeting', () => expect(lastDay(october.postBy)).toBe('2026-11-13'));
  it('a deadline is an exclusive midnight', () => expect(october.applicationBy).toBe(startOfDay('2026-11-10')));

  it('after a meeting on Friday the list is posted by Monday', () =>
    expect(lastDay(postingDeadline({ heldOn: '2026-11-20', calendar: plain }))).toBe('2026-11-23'));

  it('working days before the party day leave out holidays', () => {
    const calendar: WorkCalendar = { holidays: ['2026-11-10', '2026-11-11'], makeUpDays: [] };
    const deadlines = monthDeadlines({ period: period('2026-10'), partyDay: 12, calendar, settings });
    expect(lastDay(deadlines.applicationBy)).toBe('2026-11-05');
    expect(lastDay(deadlines.registrationBy)).toBe('2026-11-06');
  });

  it('a long holiday before an early party day does not close applications before their first working day', () => {
    const holidays = Array.from({ length: 10 }, (_, index) => dateOfDayNumber(20_479 + index));
    const calendar: WorkCalendar = { holidays, makeUpDays: [] };
    expect([holidays[0], holidays[9]]).toEqual(['2026-01-26', '2026-02-04']);
    const deadlines = monthDeadlines({ period: period('2026-01'), partyDay: 1, calendar, settings });
    expect(lastDay(deadlines.applicationBy)).toBe('2026-02-01');
  });

  it.each([0, 29, 1.5])('%p is no party day', (partyDay) => {
    expect(() => monthDeadlines({ period: period('2026-10'), partyDay, calendar: plain, settings })).toThrow(RangeError);
  });

  it('the deadlines are in the order of the steps, whatever the holidays', () => {
    const holidays = fc.array(fc.integer({ min: 20_450, max: 20_900 }).map(dateOfDayNumber), { maxLength: 40 });
    const months = fc.constantFrom('2026-01', '2026-02', '2026-09', '2026-12').map(period);
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 28 }), holidays, (month, partyDay, free) => {
        const calendar = { holidays: free, makeUpDays: [] };
        const { opensAt, applicationBy, registrationBy, reviewBy, meetingBy } = monthDeadlines({
          period: month,
          partyDay,
          calendar,
          settings,
        });
        const inOrder = [opensAt, applicationBy, registrationBy, reviewBy, meetingBy];
        expect(inOrder).toEqual([...inOrder].sort((left, right) => left - right));
        expect(opensAt).toBeLessThan(applicationBy);
      }),
    );
  });
});

describe('publicity and filing (regulation 2-2 steps 7–8)', () => {
  it('publicity lasts five working days, the day of posting not counted', () => {
    const { publicityEndsAt } = publicityDeadlines({ postedAt: startOfDay('2026-11-13') + 1, calendar: plain, settings });
    expect(lastDay(publicityEndsAt)).toBe('2026-11-20');
  });

  it('the list is filed within three working days after publicity', () => {
    const { filingBy } = publicityDeadlines({ postedAt: startOfDay('2026-11-13'), calendar: plain, settings });
    expect(lastDay(filingBy)).toBe('2026-11-25');
  });

  it('the county may set another length of publicity', () => {
    const longer = { ...settings, publicityWorkingDays: 7 };
    const { publicityEndsAt } = publicityDeadlines({ postedAt: startOfDay('2026-11-13'), calendar: plain, settings: longer });
    expect(lastDay(publicityEndsAt)).toBe('2026-11-24');
  });

  it('a filing may be returned within five working days', () =>
    expect(lastDay(returnDeadline({ filedAt: startOfDay('2026-11-25') + 3_600_000, calendar: plain, settings }))).toBe('2026-12-02'));
});

describe('the deadlines of a supplement (regulation 2-2 steps 4–7, A19)', () => {
  const begunOn = (day: LocalDate, begunWith: 'registering' | 'meeting' = 'registering', calendar = plain) =>
    supplementDeadlines({ begunAt: startOfDay(day) + 10 * 3_600_000, begunWith, partyDay: 12, calendar, settings });
  const registeredBy = (...begun: Parameters<typeof begunOn>) => lastDay(begunOn(...begun).registrationBy ?? 0);

  it('registration ends with the second working day after the day on which it begins', () => {
    expect(registeredBy('2026-11-30')).toBe('2026-12-02');
    expect(registeredBy('2026-11-27')).toBe('2026-12-01');
  });

  it('the day on which it begins counts from its first moment to its last', () => {
    const at = (begunAt: number) => supplementDeadlines({ begunAt, begunWith: 'registering', partyDay: 12, calendar: plain, settings });
    expect(lastDay(at(startOfDay('2026-11-30')).registrationBy ?? 0)).toBe('2026-12-02');
    expect(lastDay(at(endOfDay('2026-11-30') - 1).registrationBy ?? 0)).toBe('2026-12-02');
    expect(lastDay(at(endOfDay('2026-11-30')).registrationBy ?? 0)).toBe('2026-12-03');
  });

  it('holidays leave registration its days, and the county may set their number', () => {
    const calendar: WorkCalendar = { holidays: ['2026-12-01'], makeUpDays: [] };
    expect(registeredBy('2026-11-30', 'registering', calendar)).toBe('2026-12-03');
    const longer = { ...settings, supplementRegistrationWorkingDays: 4 };
    const begunAt = startOfDay('2026-11-30');
    const { registrationBy } = supplementDeadlines({ begunAt, begunWith: 'registering', partyDay: 12, calendar: plain, settings: longer });
    expect(lastDay(registrationBy ?? 0)).toBe('2026-12-04');
  });

  it.each([
    ['2026-12-10', '2026-12-14', '2027-01-12', '2027-01-31'],
    ['2026-11-10', '2026-11-12', '2026-11-12', '2026-11-30'],
    ['2026-11-11', '2026-11-13', '2026-12-12', '2026-12-31'],
    ['2026-11-13', '2026-11-17', '2026-12-12', '2026-12-31'],
  ] as const)(
    'begun on %s it is registered by %s, reviewed and met on %s, at the latest on %s',
    (begun, registration, partyDay, latest) => {
      const { registrationBy, reviewBy, meetingOn, meetingBy } = begunOn(begun);
      expect([registrationBy, reviewBy, meetingBy].map((deadline) => lastDay(deadline ?? 0))).toEqual([registration, partyDay, latest]);
      expect(meetingOn).toBe(partyDay);
    },
  );

  it.each([
    ['2026-11-11', '2026-11-12', '2026-11-30'],
    ['2026-11-12', '2026-12-12', '2026-12-31'],
  ] as const)(
    'begun on %s with lines that only the meeting still has to decide, it meets on %s, at the latest on %s',
    (begun, partyDay, latest) => {
      expect(begunOn(begun, 'meeting')).toEqual({ meetingOn: partyDay, meetingBy: endOfDay(latest) });
    },
  );

  it('never meets on the day on which it begins, however short a county makes the registration', () => {
    const none = { ...settings, supplementRegistrationWorkingDays: 0 };
    const begunAt = startOfDay('2026-11-12');
    const { meetingOn } = supplementDeadlines({ begunAt, begunWith: 'registering', partyDay: 12, calendar: plain, settings: none });
    expect(meetingOn).toBe('2026-12-12');
  });

  it.each([0, 29, 1.5])('%p is no party day', (partyDay) => {
    const begunAt = startOfDay('2026-11-12');
    expect(() => supplementDeadlines({ begunAt, begunWith: 'meeting', partyDay, calendar: plain, settings })).toThrow(RangeError);
  });

  it('are in the order of the steps and later than its beginning, whatever the holidays', () => {
    const days = fc.integer({ min: 20_450, max: 20_900 }).map(dateOfDayNumber);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), fc.array(days, { maxLength: 40 }), (day, partyDay, holidays) => {
        const calendar = { holidays, makeUpDays: [] };
        const begunAt = startOfDay(day);
        const due = supplementDeadlines({ begunAt, begunWith: 'registering', partyDay, calendar, settings });
        const inOrder = [endOfDay(day), due.registrationBy ?? 0, due.reviewBy ?? 0, due.meetingBy];
        expect(inOrder).toEqual([...inOrder].sort((left, right) => left - right));
        expect(due.reviewBy).toBe(endOfDay(due.meetingOn));
      }),
    );
  });
});

describe('the answer to an objection (regulation 2-2 step 7, A10)', () => {
  const raisedAt = startOfDay('2026-11-12') + 10 * 3_600_000;

  it('is due ten working days after the day on which it was raised', () =>
    expect(objectionDeadline({ raisedAt, calendar: plain, settings })).toBe(startOfDay('2026-11-27')));

  it('is due later by the holidays in between', () => {
    const calendar: WorkCalendar = { holidays: ['2026-11-16', '2026-11-17'], makeUpDays: [] };
    expect(lastDay(objectionDeadline({ raisedAt, calendar, settings }))).toBe('2026-11-30');
  });

  it('is due when the county says', () =>
    expect(lastDay(objectionDeadline({ raisedAt, calendar: plain, settings: { ...settings, objectionWorkingDays: 5 } }))).toBe(
      '2026-11-19',
    ));
});
