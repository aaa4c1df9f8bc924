import { describe, expect, it } from '@jest/globals';
import { earlierMonthsBody, importRequest } from '@jifen/contracts';
import type { WorkCalendar } from '@jifen/domain';
import { agendaOf, begins, stands } from './agenda.ts';
import { organisationsOf } from './county.ts';
import { demoCounty } from './demo-county.ts';
import { paperOf, periodsOnPaper } from './earlier-months.ts';
import { peopleOf, postsOf } from './people.ts';
import { yearPlans } from './plans.ts';
import { wholeBranches, wholeCounty } from './whole-county.ts';

const calendar: WorkCalendar = {
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  makeUpDays: ['2026-09-20', '2026-10-10'],
};
const people = peopleOf(wholeCounty);
const plans = yearPlans(wholeCounty, people);
const papers = wholeBranches.map((branch) => ({ branch, body: paperOf({ branch, people, plans, calendar }) }));
const monthsOf = (id: string) => papers.find(({ branch }) => branch.id === id)?.body.months ?? [];
const agenda = agendaOf({ branches: wholeBranches, people, calendar, paper: true });

describe('the whole demo county', () => {
  it('has branches of three to eighty members, below every kind of committee', () => {
    expect(wholeBranches.map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([3, 6, 7, 9, 10, 11, 12, 15, 16, 18, 24, 30, 42, 80]);
    expect(wholeCounty.committees.map(({ id }) => wholeBranches.filter(({ committee }) => committee === id).length)).toEqual([5, 4, 3, 2]);
  });

  it('has the people of the shorter one, and further ones', () => {
    const members = (all: typeof people) => all.filter(({ membership }) => membership);
    expect(members(people).slice(0, 125)).toEqual(members(peopleOf(demoCounty)));
    expect(members(people)).toHaveLength(283);
  });

  it('is what the import takes', () => {
    const organisations = organisationsOf(wholeCounty, () => ({ name: '受理人', telephone: '12600000000' }));
    expect(importRequest.safeParse({ organisations, people, posts: postsOf(wholeCounty) }).error).toBeUndefined();
  });

  it('has branches below seven full members without a committee, of which the smallest has nobody on probation', () => {
    const full = (id: string) => people.filter(({ membership }) => membership?.branchId === id && membership.standing === 'full').length;
    const small = wholeBranches.filter(({ id }) => full(id) < 7);
    expect(small.map(({ id, committeeSize }) => [id, full(id), committeeSize])).toEqual([
      ['qingyun', 5, 0],
      ['hemu', 3, 0],
      ['wuliu', 6, 0],
    ]);
  });

  it('has members who are away, in a group of their own, and many who are on paper only', () => {
    const count = (wanted: (membership: NonNullable<(typeof people)[number]['membership']>) => boolean) =>
      people.filter(({ membership }) => membership && wanted(membership)).length;
    expect(count(({ groupName }) => groupName === '流动党员小组')).toBeGreaterThan(10);
    expect(count(({ channel }) => channel === 'paper')).toBeGreaterThan(40);
  });

  it('has each branch on a party day of its own, among them the first, the fifth and the twenty-fifth', () => {
    const days = new Set(wholeBranches.map(({ partyDay }) => partyDay));
    expect([1, 5, 25, 28].every((day) => days.has(day))).toBe(true);
  });
});

describe('the demo’s months on paper', () => {
  it('are the same every time, and what the service takes', () => {
    expect(wholeBranches.map((branch) => paperOf({ branch, people, plans, calendar }))).toEqual(papers.map(({ body }) => body));
    for (const { body } of papers) expect(earlierMonthsBody.safeParse(body).error).toBeUndefined();
  });

  it('reach from January to the month before the branch’s first in the system', () => {
    expect(periodsOnPaper({ runsFrom: '2026-08' })).toHaveLength(7);
    expect([monthsOf('lanping').at(-1)?.period, monthsOf('gudu').at(-1)?.period]).toEqual(['2026-07', '2026-08']);
    expect(monthsOf('gudu').map(({ period }) => period)[0]).toBe('2026-01');
  });

  it('hold a line of every member, and meetings that carried their list', () => {
    expect(monthsOf('fenglingshequ').map(({ lines }) => lines.length)).toEqual([80, 80, 80, 80, 80, 80, 80, 80]);
    for (const { voters, present, inFavour, against, abstained } of papers.flatMap(({ body }) =>
      body.months.map(({ meeting }) => meeting),
    )) {
      expect(inFavour + against + abstained).toBe(present);
      expect([present * 2 >= voters, inFavour * 2 > voters]).toEqual([true, true]);
    }
  });

  it('are entered by each branch’s committee after their last filing, before the demo begins to be looked at', () => {
    for (const { branch, body } of papers) {
      const entered = agenda.filter(({ what }) => what === `${branch.id}: earlier months are entered from paper`);
      const filed = Date.parse(`${body.months.at(-1)?.filedOn}T23:59:59+08:00`);
      expect(entered).toHaveLength(1);
      expect(entered[0]?.at).toBeGreaterThan(Math.min(filed, begins - 1));
      expect(entered[0]?.at).toBeLessThan(stands);
    }
  });

  it('come before the first meeting that the system resolves, so that its list shows the year so far', () => {
    for (const { id, runsFrom } of wholeBranches) {
      const entered = agenda.find(({ what }) => what === `${id}: earlier months are entered from paper`);
      const met = agenda.find(({ what }) => what === `${runsFrom} ${id}: meeting`);
      expect(entered?.at).toBeLessThan(met?.at ?? Number.POSITIVE_INFINITY);
    }
  });
});
