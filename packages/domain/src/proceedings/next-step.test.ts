import { describe, expect, it } from '@jest/globals';
import { after, evening, meeting, reviewed, round } from '../monthly-cycle/branch-month.builders.ts';
import { nextStep } from './next-step.ts';
import { type BranchMonthStage, monthSteps } from './steps.ts';

const deadlines = monthSteps.map(({ waits }, index) => ({ step: waits, dueAt: index + 1 }));
const at = (stage: BranchMonthStage, decidedWith?: object) => nextStep({ stage, deadlines, decidedWith });

describe('who acts now (regulation 2-2 steps 3–8)', () => {
  it.each([
    ['applying', 'members', 1, true, 'close-applications'],
    ['registering', 'recorder', 2, true, null],
    ['reviewing', 'committee', 3, true, null],
    ['meeting', 'meeting', 4, true, null],
    ['posting', 'branch', 5, true, null],
    ['publicity', 'nobody', 6, false, 'end-publicity'],
    ['filing', 'branch', 7, true, null],
    ['filed', 'supervising-committee', 8, false, 'close'],
    ['closed', 'nobody', undefined, false, null],
  ] as const)('%s waits for %s until %p', (stage, actors, dueAt, reminds, atDeadline) => {
    const { deadline, ...next } = at(stage);
    expect(deadline?.dueAt).toBe(dueAt);
    expect(next).toMatchObject({ actors, reminds, atDeadline, rests: null });
  });

  it('the clock never decides what people decide', () =>
    expect(monthSteps.filter(({ atDeadline }) => atDeadline !== null).map(({ stage }) => stage)).toEqual([
      'applying',
      'publicity',
      'filed',
    ]));

  it.each([
    ['applying', 'members', true],
    ['registering', 'recorder', true],
    ['reviewing', 'committee', true],
    ['meeting', 'nobody', false],
    ['posting', 'nobody', false],
    ['publicity', 'nobody', false],
    ['filing', 'nobody', false],
    ['filed', 'nobody', false],
  ] as const)('in a month that another one decides, %s waits for %s', (stage, actors, reminds) => {
    expect(at(stage, { closing: '2026-12' })).toMatchObject({ actors, reminds, rests: actors === 'nobody' ? 'decided-elsewhere' : null });
  });

  it('after two failed meetings nobody is reminded any more', () => {
    const failing = (id: string) => [{ ...meeting(), actId: id as never, inFavour: 2, against: 2, carried: false }, evening] as const;
    const reminds = (month: ReturnType<typeof reviewed>) => nextStep({ stage: month.status, deadlines, round: round(month) }).reminds;
    const once = after(reviewed(), failing('first'));
    expect([reminds(reviewed()), reminds(once), reminds(after(once, failing('second')))]).toEqual([true, true, false]);
  });

  it('a deadline that was not computed yet is none', () => expect(nextStep({ stage: 'posting', deadlines: [] }).deadline).toBeNull());
});
