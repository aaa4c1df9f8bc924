import { describe, expect, it } from '@jest/globals';
import type { DeadlinesAnswer, DeadlinesRequest } from '@jifen/contracts';
import { publishedHolidays } from '../calendar/published-holidays.ts';
import { anImport } from '../county.builders.ts';
import { aCalendarYear, fakeMember, keepCalendar } from '../member.fakes.ts';
import { importCounty } from '../people/import-county.ts';
import { computeDeadlines } from './compute-deadlines.ts';
import type { MonthExtensions } from './month-extensions.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

async function withCalendar2026() {
  const member = fakeMember();
  await importCounty(member.deps, anImport());
  const year = publishedHolidays(2026);
  if (!year) throw new Error('2026 is published');
  await keepCalendar(member, year);
  return member;
}

async function lastDays(request: DeadlinesRequest) {
  const { deps } = await withCalendar2026();
  const answer = await computeDeadlines(deps, request);
  return answer.ok ? answer.value.deadlines.map(({ step, lastDay }) => [step, lastDay]) : answer;
}

describe('deadlines (regulation 2-2)', () => {
  it('of a month run back from the party day of the branch, over the holidays of the calendar', async () => {
    expect(await lastDays({ kind: 'month', branchId: 'dongwan', period: '2026-09' })).toEqual([
      ['application', '2026-10-12'],
      ['registration', '2026-10-13'],
      ['review', '2026-10-15'],
      ['meeting', '2026-10-31'],
    ]);
  });

  it('of a month come with the day on which applications open, and the day of the meeting', async () => {
    const { deps } = await withCalendar2026();
    const answer = await computeDeadlines(deps, { kind: 'month', branchId: 'dongwan', period: '2026-09' });
    expect(answer).toMatchObject({ value: { opensAt: at('2026-09-25T00:00:00'), meetingOn: '2026-10-15' } });
  });

  it('are exclusive midnights, with the reminders before, on the last day and after it, level by level', async () => {
    const { deps } = await withCalendar2026();
    const answer = await computeDeadlines(deps, { kind: 'month', branchId: 'dongwan', period: '2026-09' });
    const registration = answer.ok ? answer.value.deadlines.find(({ step }) => step === 'registration') : undefined;
    expect(registration?.dueAt).toBe(at('2026-10-14T00:00:00'));
    expect(registration?.reminders.slice(0, 5)).toEqual([
      { at: at('2026-10-10T09:00:00'), n: 1, level: 0 },
      { at: at('2026-10-13T09:00:00'), n: 2, level: 0 },
      { at: at('2026-10-14T09:00:00'), n: 3, level: 0 },
      { at: at('2026-10-15T09:00:00'), n: 4, level: 0 },
      { at: at('2026-10-16T09:00:00'), n: 5, level: 1 },
    ]);
  });

  it('of a supplement leave the registration two working days, and go on with the next party day of the branch', async () => {
    const late = { kind: 'supplement', branchId: 'dongwan', begunAt: at('2026-09-30T00:00:00'), begunWith: 'registering' } as const;
    expect(await lastDays(late)).toEqual([
      ['registration', '2026-10-09'],
      ['review', '2026-10-15'],
      ['meeting', '2026-10-31'],
    ]);
    const { deps } = await withCalendar2026();
    expect(await computeDeadlines(deps, late)).toMatchObject({ value: { meetingOn: '2026-10-15' } });
  });

  it('of a supplement come with reminders of their own, from its first day on', async () => {
    const { deps } = await withCalendar2026();
    const begun = { kind: 'supplement', branchId: 'dongwan', begunAt: at('2026-10-12T00:00:00'), begunWith: 'registering' } as const;
    const answer = await computeDeadlines(deps, begun);
    const registration = answer.ok ? answer.value.deadlines.find(({ step }) => step === 'registration') : undefined;
    expect(registration?.reminders.slice(0, 3)).toEqual([
      { at: at('2026-10-12T09:00:00'), n: 1, level: 0 },
      { at: at('2026-10-14T09:00:00'), n: 2, level: 0 },
      { at: at('2026-10-15T09:00:00'), n: 3, level: 0 },
    ]);
  });

  it('of a supplement that only the meeting still has to decide are those of its meeting', async () => {
    const heldBack = { kind: 'supplement', branchId: 'dongwan', begunAt: at('2026-10-15T20:00:00'), begunWith: 'meeting' } as const;
    expect(await lastDays(heldBack)).toEqual([['meeting', '2026-11-30']]);
  });

  it('of posting is the working day after the meeting', async () => {
    expect(await lastDays({ kind: 'posting', decidedAt: at('2026-10-16T20:00:00') })).toEqual([['posting', '2026-10-19']]);
  });

  it('of publicity are five working days after the day of posting', async () => {
    expect(await lastDays({ kind: 'publicity', postedOn: '2026-10-16' })).toEqual([['publicity', '2026-10-23']]);
  });

  it('of filing are three more working days after the last day of publicity', async () => {
    expect(await lastDays({ kind: 'filing', publicityEndedAt: at('2026-10-24T00:00:00') })).toEqual([['filing', '2026-10-28']]);
  });

  it('of the return window are five working days after the filing', async () => {
    expect(await lastDays({ kind: 'return-window', filedAt: at('2026-10-28T16:00:00') })).toEqual([['return-window', '2026-11-04']]);
  });

  it('of the answer to an objection are ten working days after it was raised, with the reminders of a step that nobody passes', async () => {
    const { deps } = await withCalendar2026();
    const answer = await computeDeadlines(deps, { kind: 'objection', objectionId: 'o-1', raisedAt: at('2026-10-20T15:00:00') });
    const [wait] = (answer.ok && answer.value.objections) || [];
    expect(wait).toMatchObject({ objectionId: 'o-1', lastDay: '2026-11-03', dueAt: at('2026-11-04T00:00:00') });
    expect(wait?.reminders.slice(0, 7)).toEqual([
      { at: at('2026-10-30T09:00:00'), n: 1, level: 0 },
      { at: at('2026-11-03T09:00:00'), n: 2, level: 0 },
      { at: at('2026-11-04T09:00:00'), n: 3, level: 0 },
      { at: at('2026-11-05T09:00:00'), n: 4, level: 0 },
      { at: at('2026-11-06T09:00:00'), n: 5, level: 1 },
      { at: at('2026-11-10T09:00:00'), n: 6, level: 2 },
      { at: at('2026-11-17T09:00:00'), n: 7, level: 2 },
    ]);
  });

  it('are refused for a year whose holidays nobody has entered, naming the year', async () => {
    const { deps } = await withCalendar2026();
    const refusal = { code: 'calendar-missing', year: 2027 };
    expect(await computeDeadlines(deps, { kind: 'month', branchId: 'dongwan', period: '2026-12' })).toEqual({ ok: false, refusal });
    const late = { kind: 'supplement', branchId: 'dongwan', begunAt: at('2026-12-01T00:00:00'), begunWith: 'registering' } as const;
    expect(await computeDeadlines(deps, late)).toEqual({ ok: false, refusal });
    expect(await computeDeadlines(deps, { kind: 'return-window', filedAt: at('2026-12-29T10:00:00') })).toEqual({ ok: false, refusal });
  });

  it('are refused for a branch that nobody knows', async () => {
    const { deps } = await withCalendar2026();
    const refusal = { code: 'unknown-branch', branchId: 'nowhere' };
    expect(await computeDeadlines(deps, { kind: 'month', branchId: 'nowhere', period: '2026-09' })).toEqual({ ok: false, refusal });
    const supplement = { kind: 'supplement', branchId: 'nowhere', begunAt: at('2026-10-15T20:00:00'), begunWith: 'meeting' } as const;
    expect(await computeDeadlines(deps, supplement)).toEqual({ ok: false, refusal });
  });
});

describe('an extended month (regulation 2-2)', () => {
  const september = { kind: 'month', branchId: 'dongwan', period: '2026-09' } as const;
  const registration = (lastDay: string): MonthExtensions => ({ extensions: [{ step: 'registration', lastDay, reason: '汛期值守' }] });

  async function extended(kept: Record<string, MonthExtensions>) {
    const member = await withCalendar2026();
    await member.stores.extensions.write(Object.entries(kept).map(([id, value]) => ({ id, value, replaces: 0 })));
    return async (request: DeadlinesRequest) => {
      const answer = await computeDeadlines(member.deps, request);
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value;
    };
  }
  const daysIn = ({ deadlines }: DeadlinesAnswer) => deadlines.map(({ lastDay }) => lastDay);

  it.each([
    ['its own extension', { '2026-09/dongwan': registration('2026-10-19') }, '2026-10-19'],
    ['that of all branches', { '2026-09': registration('2026-10-20') }, '2026-10-20'],
    [
      'the later of both, where that is its own',
      { '2026-09': registration('2026-10-19'), '2026-09/dongwan': registration('2026-10-20') },
      '2026-10-20',
    ],
    [
      'the later of both, where that is the one of all',
      { '2026-09': registration('2026-10-21'), '2026-09/dongwan': registration('2026-10-20') },
      '2026-10-21',
    ],
  ])('has the day of %s, and what comes after it has no earlier one', async (_whose, kept, day) => {
    expect(daysIn(await (await extended(kept))(september))).toEqual(['2026-10-12', day, day, '2026-10-31']);
  });

  it('is that branch’s and that month’s alone', async () => {
    const of = await extended({ '2026-09/xiwan': registration('2026-10-19'), '2026-08/dongwan': registration('2026-10-19') });
    expect(daysIn(await of(september))).toEqual(['2026-10-12', '2026-10-13', '2026-10-15', '2026-10-31']);
  });

  it('reminds of the extended day, and the meeting is on the extended day of the review', async () => {
    const { deadlines, meetingOn } = await (await extended({ '2026-09/dongwan': registration('2026-10-19') }))(september);
    expect(deadlines[1]?.dueAt).toBe(at('2026-10-20T00:00:00'));
    expect(deadlines[1]?.reminders.slice(0, 5)).toEqual([
      { at: at('2026-10-15T09:00:00'), n: 1, level: 0 },
      { at: at('2026-10-19T09:00:00'), n: 2, level: 0 },
      { at: at('2026-10-20T09:00:00'), n: 3, level: 0 },
      { at: at('2026-10-21T09:00:00'), n: 4, level: 0 },
      { at: at('2026-10-22T09:00:00'), n: 5, level: 1 },
    ]);
    expect(meetingOn).toBe('2026-10-19');
  });

  it('leaves a supplement its own days', async () => {
    const of = await extended({ '2026-09': registration('2026-10-19'), '2026-09/dongwan': registration('2026-10-19') });
    const late = { kind: 'supplement', branchId: 'dongwan', begunAt: at('2026-09-30T00:00:00'), begunWith: 'registering' } as const;
    expect(daysIn(await of(late))).toEqual(['2026-10-09', '2026-10-15', '2026-10-31']);
  });
});

describe('the published holidays', () => {
  it('of 2026 hold the long holiday of October and the Saturday that is worked for it', () => {
    const year = publishedHolidays(2026);
    expect(year?.holidays.filter((date) => date.startsWith('2026-10'))).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
    ]);
    expect(year?.makeUpDays).toContain('2026-10-10');
  });

  it('of a year far ahead are not there rather than empty', () => {
    expect(publishedHolidays(2029)).toBeUndefined();
    expect(aCalendarYear(2029).holidays).toEqual([]);
  });
});
