import { describe, expect, it } from '@jest/globals';
import { peopleOf, postHolders } from '../../infra/demo/src/people.ts';
import { yearPlans } from '../../infra/demo/src/plans.ts';
import { simulatedCounty } from './simulated-county.ts';
import { writeScript } from './write-script.ts';

function scriptOf(seed: string, branches = 10, months = 3) {
  const county = simulatedCounty({ seed, branches });
  const people = peopleOf(county);
  return writeScript({ seed, county, people, plans: yearPlans(county, people), months });
}
const script = scriptOf('1');
const lines = script.months.flatMap((month) => month.members.map((member) => ({ ...member, month })));

describe('the script of a simulation', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(scriptOf('1')).toEqual(script);
    expect(scriptOf('2').months).not.toEqual(script.months);
  });

  it('has every member of every branch in every month', () => {
    expect(script.periods).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(script.months.map(({ members }) => members.length)).toEqual(script.months.map(({ branch }) => branch.size));
    expect(new Set(lines.map(({ memberId, month }) => `${memberId} ${month.period}`)).size).toBe(lines.length);
  });

  it('has ceilings of five points in January and of six in the months after it', () => {
    expect(script.periods.map((period) => script.months.find((month) => month.period === period)?.ceiling)).toEqual([500, 600, 600]);
  });

  it('hands in in every way, and asks nobody on paper to sign in', () => {
    const ways = ['anew', 'in-time', 'late', 'late-after-review', 'late-before-review', 'never', 'on-paper'];
    expect([...new Set(lines.map(({ handedIn }) => handedIn))].toSorted()).toEqual(ways);
    const onPaper = lines.filter(({ signsIn }) => !signsIn);
    expect([...new Set(onPaper.map(({ handedIn }) => handedIn))].toSorted()).toEqual(['never', 'on-paper']);
    expect(onPaper.filter(({ objection }) => objection)).toEqual([]);
  });

  it('lets one meeting in four fail, one filing in four come back, and two branches in three have an objection', () => {
    const first = script.months.filter(({ period }) => period === '2026-01');
    expect(first.map(({ failedMeeting }) => failedMeeting ?? '-')).toEqual('no-quorum - - - not-carried - - - no-quorum -'.split(' '));
    expect(first.map(({ returnedTo }) => returnedTo ?? '-')).toEqual('- posting - - - filing - - - posting'.split(' '));
    const upheld = first.map(({ members }) => members.flatMap(({ objection }) => (objection ? [objection.upheld] : [])));
    expect(upheld.slice(0, 3)).toEqual([[false], [true], []]);
  });

  it('objects to, and reviews, only the lines of members who decide nothing themselves', () => {
    const changed = lines.filter(({ objection, reviewed }) => objection || reviewed);
    expect(changed.length).toBeGreaterThan(20);
    for (const { memberId, month } of changed)
      expect(Number(memberId.slice(-2))).toBeGreaterThanOrEqual(postHolders(month.branch).deputyRecorder);
  });

  it('upholds an objection with points that differ and are possible', () => {
    const upheld = lines.flatMap(({ objection, month }) => (objection?.upheld ? [{ task: objection.task, ceiling: month.ceiling }] : []));
    expect(upheld.length).toBeGreaterThan(5);
    for (const { task, ceiling } of upheld) expect(task >= 0 && task <= ceiling).toBe(true);
  });
});
