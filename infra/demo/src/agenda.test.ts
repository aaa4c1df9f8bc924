import { describe, expect, it } from '@jest/globals';
import type { WorkCalendar } from '@jifen/domain';
import { agendaOf, begins, stands } from './agenda.ts';
import { branches, demoCounty } from './demo-county.ts';
import { peopleOf } from './people.ts';

const calendar: WorkCalendar = {
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  makeUpDays: ['2026-09-20', '2026-10-10'],
};
const agenda = agendaOf({ branches, people: peopleOf(demoCounty), calendar, paper: false });
const whats = agenda.map(({ what }) => what);
const last = (branchId: string) => whats.filter((what) => what.startsWith(`2026-09 ${branchId}`)).at(-1);

describe('the agenda of the demo', () => {
  it('goes forward in business time, from the beginning to where the clock is left standing', () => {
    const instants = agenda.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants[0]).toBe(begins);
    expect(Math.max(...instants)).toBeLessThanOrEqual(stands);
  });

  it('brings the first month of every branch to its receipt', () => {
    expect(whats.filter((what) => /^2026-08 .*: receipt$/.test(what))).toHaveLength(8);
  });

  it('leaves the second month at a different step in every branch', () => {
    expect(['chengnan', 'liwu', 'lanping', 'tongyujiguan', 'danganshuju', 'shanwan', 'xincai', 'qingyun'].map(last)).toEqual([
      undefined,
      undefined,
      '2026-09 lanping: registration',
      '2026-09 tongyujiguan: review',
      '2026-09 danganshuju: meeting',
      '2026-09 shanwan: posting',
      '2026-09 xincai: posting',
      '2026-09 qingyun: filing',
    ]);
  });
});
