import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadlinesRequest } from '@jifen/contracts';
import { addDays, endOfDay, type LocalDate } from '@jifen/domain';
import { fakeDeadlines } from '../deadlines/deadlines.fake.ts';
import { type October, october, superior, upTo } from '../decisions/october.builders.ts';
import { lastDays } from '../decisions/supplement.builders.ts';
import { reschedule } from './reschedule.ts';

let world: October;
beforeEach(async () => {
  world = await october();
});

const at = (text: string) => Date.parse(`${text}+08:00`);

/** The deadlines of one kind lie some days from where they lay; the others are computed as before. */
function move(kind: DeadlinesRequest['kind'], days: number): DeadlinesRequest[] {
  const asked: DeadlinesRequest[] = [];
  const { of, isWorkingDay } = fakeDeadlines();
  world.deps.deadlines = {
    isWorkingDay,
    of: async (request) => {
      asked.push(request);
      const answer = await of(request);
      if (!answer.ok || request.kind !== kind) return answer;
      const deadlines = answer.value.deadlines.map((one) => {
        const lastDay = addDays(one.lastDay as LocalDate, days);
        return { ...one, lastDay, dueAt: endOfDay(lastDay) };
      });
      return { ok: true, value: { ...answer.value, deadlines } };
    },
  };
  return asked;
}

const again = async () => reschedule(world.deps, await world.record());
const days = async () => lastDays(await world.record());
const told = () =>
  world.months
    .pendingOf('dongwan/2026-10')
    .filter(({ id }) => id.startsWith('notice/step-opened') && id.endsWith('/earlier'))
    .map(({ payload }) => payload as { recipients: string[]; facts: object });

async function returned(backTo: 'posting' | 'filing') {
  await upTo('filed', world);
  world.clock.set('2026-11-20T10:00:00+08:00');
  await world.decide(superior, { kind: 'return', backTo, reason: '缺少盖章' });
}

describe('deadlines that rest on one another (regulation 2-2)', () => {
  it('a later end of publicity moves the filing after it', async () => {
    await upTo('posted', world);
    expect(await days()).toMatchObject({ publicity: '2026-11-18', filing: '2026-11-21' });
    move('publicity', 2);
    await again();
    expect(await days()).toMatchObject({ publicity: '2026-11-20', filing: '2026-11-23' });
    expect((await world.record()).state.rounds[0]?.posting).toMatchObject({
      publicityEndsAt: at('2026-11-21T00:00:00'),
      filingBy: at('2026-11-24T00:00:00'),
    });
  });

  it('a posting still to come is counted from its meeting again', async () => {
    await upTo('resolved', world);
    const asked = move('posting', 1);
    await again();
    expect(asked).toEqual([{ kind: 'posting', decidedAt: at('2026-11-10T20:00:00') }]);
    expect(await days()).toMatchObject({ posting: '2026-11-12' });
  });

  it('a list to be posted again has no days of the publicity before', async () => {
    await returned('posting');
    expect(await days()).toMatchObject({ posting: '2026-11-21' });
    expect(Object.keys(await days())).not.toEqual(expect.arrayContaining(['filing']));
    const before = await world.record();
    await again();
    expect(await world.record()).toEqual(before);
  });

  it('a list to be filed again is counted from its return, also when the calendar was changed since', async () => {
    await returned('filing');
    expect(await days()).toMatchObject({ filing: '2026-11-23' });
    const before = await world.record();
    await again();
    expect(await world.record()).toEqual(before);
  });
});

describe('a last day that becomes an earlier one', () => {
  it('is told to whoever is waited for, once, with both days', async () => {
    await upTo('resolved', world);
    move('posting', -1);
    await again();
    await again();
    expect(told()).toMatchObject([
      { recipients: ['person-4', 'person-1'], facts: { step: 'posting', lastDay: '2026-11-10', lastDayBefore: '2026-11-11' } },
    ]);
  });

  it('is told to every member on the screen while applications are open', async () => {
    move('month', -1);
    await again();
    expect(told()).toMatchObject([{ facts: { step: 'application', lastDay: '2026-11-04', lastDayBefore: '2026-11-05' } }]);
    expect(told()[0]?.recipients).toHaveLength(8);
  });

  it('that stays or becomes later is told by no notice', async () => {
    await upTo('resolved', world);
    await again();
    move('posting', 1);
    await again();
    expect(told()).toEqual([]);
  });
});
