import { describe, expect, it } from '@jest/globals';
import { branchMonthStages } from './branch-month.ts';
import { nextStep, type RoundView } from './next-step.ts';

const deadlines = {
  opensAt: 1,
  applicationBy: 2,
  registrationBy: 3,
  reviewBy: 4,
  meetingOn: '2026-11-12',
  meetingBy: 5,
  postBy: 6,
} as const;
const view = (status: RoundView['status'], other: Partial<RoundView> = {}): RoundView => ({
  status,
  failedMeetings: 0,
  deadlines,
  publicity: { publicityEndsAt: 7, filingBy: 8 },
  returnBy: 9,
  ...other,
});

describe('who acts now (regulation 2-2 steps 3–8)', () => {
  it.each([
    ['applying', 'members', 2, 'applying', 'close-applications'],
    ['registering', 'recorder', 3, 'registering', null],
    ['reviewing', 'committee', 4, 'reviewing', null],
    ['meeting', 'meeting', 5, 'meeting', null],
    ['posting', 'recorder', 6, 'posting', null],
    ['publicity', 'nobody', 7, null, 'end-publicity'],
    ['filing', 'branch', 8, 'filing', null],
    ['filed', 'supervising-committee', 9, null, 'close'],
    ['closed', 'nobody', null, null, null],
    ['returned', 'nobody', null, null, null],
  ] as const)('%s waits for %s until %p', (status, waitsFor, until, reminded, atDeadline) =>
    expect(nextStep(view(status))).toEqual({ waitsFor, until, reminded, atDeadline }),
  );

  it('the clock never decides what people decide', () => {
    const byClock = branchMonthStages.filter((stage) => nextStep(view(stage)).atDeadline !== null);
    expect(byClock).toEqual(['applying', 'publicity', 'filed']);
  });

  it('after two failed meetings nobody is reminded any more', () => {
    expect(nextStep(view('meeting', { failedMeetings: 1 })).reminded).toBe('meeting');
    expect(nextStep(view('meeting', { failedMeetings: 2 })).reminded).toBeNull();
  });

  it('a meeting on another day moves the day of posting', () => expect(nextStep(view('posting', { postBy: 10 })).until).toBe(10));
});
