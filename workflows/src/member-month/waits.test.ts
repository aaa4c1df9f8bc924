import { describe, expect, it } from '@jest/globals';
import type { MemberWait } from '@jifen/contracts';
import { stillToTell } from './waits.ts';

const wait = (step: MemberWait['step'], ...at: number[]): MemberWait => ({
  memberId: 'm',
  step,
  reminders: at.map((instant, level) => ({ at: instant, n: level + 1, level })),
});

describe('what is still to be told', () => {
  it('is the earliest of all that a member waits for', () =>
    expect(stillToTell([wait('entry-confirmation', 30, 60), wait('application', 20)], [])).toEqual([
      { step: 'application', at: 20, n: 1, level: 0 },
      { step: 'entry-confirmation', at: 30, n: 1, level: 0 },
      { step: 'entry-confirmation', at: 60, n: 2, level: 1 },
    ]));

  it('is nothing twice, but what was planned anew', () =>
    expect(stillToTell([wait('application', 40)], [{ step: 'application', at: 20, n: 1 }])).toEqual([
      { step: 'application', at: 40, n: 1, level: 0 },
    ]));
});
