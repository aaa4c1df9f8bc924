import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '../calendar/local-date.ts';
import { period } from '../calendar/period.ts';
import { aPledge, done } from '../evaluation/evaluation.builders.ts';
import type { MonthLine } from '../evaluation/month-line.ts';
import { actId, branchId, memberId, personId } from '../ids/ids.ts';
import { points } from '../points/points.ts';
import { aProfile } from '../schemes/profile/profile.builders.ts';
import { closedEarlierMonth, type EarlierFacts, type EarlierMonth, earlierIssues } from './earlier-month.ts';

const ann = memberId('ann');
const bo = memberId('bo');
const lineOf = (of: Partial<MonthLine> = {}): MonthLine => ({
  memberId: ann,
  base: [],
  task: { kind: 'decided', amount: points(6) },
  reward: [],
  ...of,
});
const meeting = { heldOn: '2026-04-05', voters: 26, present: 20, inFavour: 18, against: 1, abstained: 1 } as const;
/** March, resolved in April with 18 of 26, posted and filed. */
const settled = (of: Partial<EarlierMonth> = {}): EarlierMonth => ({
  period: period('2026-03'),
  meeting,
  postedOn: '2026-04-07',
  filedOn: '2026-04-15',
  lines: [lineOf()],
  ...of,
});
const facts = (of: Partial<EarlierFacts> = {}): EarlierFacts => ({
  today: '2026-08-25',
  profileOf: () => aProfile,
  planOf: (month) => (month.startsWith('2026') ? { ceiling: points(6), pledges: [] } : null),
  belongs: (id) => id === ann || id === bo,
  recorded: [],
  ...of,
});
const codes = (months: readonly EarlierMonth[], of: Partial<EarlierFacts> = {}) =>
  earlierIssues(months, facts(of)).map(({ refusal }) => refusal.code);

describe('an earlier month on paper (regulation 2-2 steps 3–8)', () => {
  it('comes into the record when it is over, resolved, posted and filed', () => {
    expect(
      codes([
        settled(),
        settled({
          period: period('2026-07'),
          meeting: { ...meeting, heldOn: '2026-08-05' },
          postedOn: '2026-08-06',
          filedOn: '2026-08-14',
        }),
      ]),
    ).toEqual([]);
  });

  it.each([
    ['2026-07', []],
    ['2026-08', ['month-not-over']],
    ['2026-09', ['month-not-over']],
  ] as const)('in August %s is answered %j', (month, expected) =>
    expect(codes([settled({ period: period(month) })]).filter((code) => code === 'month-not-over')).toEqual(expected),
  );

  it('is older than the first month that a process ran, and is there once', () => {
    const recorded = [
      { period: period('2026-04'), by: 'process' as const },
      { period: period('2026-06'), by: 'process' as const },
      { period: period('2026-02'), by: 'import' as const },
    ];
    const inMonth = (month: string) =>
      earlierIssues([settled({ period: period(month) })], facts({ recorded })).map(({ refusal }) => refusal);
    expect(inMonth('2026-03')).toEqual([]);
    expect(inMonth('2026-04')).toContainEqual({ code: 'month-run-by-process', first: '2026-04' });
    expect(inMonth('2026-05')).toContainEqual({ code: 'month-run-by-process', first: '2026-04' });
    expect(inMonth('2026-02')).toEqual([{ code: 'month-imported-already' }]);
    expect(earlierIssues([settled(), settled()], facts())).toEqual([
      { month: 1, place: { part: 'period' }, refusal: { code: 'duplicate-month' } },
    ]);
  });

  it('needs the year plan of its year', () => {
    expect(codes([settled({ period: period('2025-12') })])).toEqual(['no-year-plan']);
  });

  it.each([
    [{ present: 12, inFavour: 12, against: 0, abstained: 0 }, 'no-quorum'],
    [{ present: 13, inFavour: 13, against: 0, abstained: 0 }, 'not-carried'],
    [{ present: 27, inFavour: 27, against: 0, abstained: 0 }, 'votes-do-not-add-up'],
    [{ present: 20, inFavour: 18, against: 0, abstained: 1 }, 'votes-do-not-add-up'],
  ] as const)('26 with a vote and %j is answered %s', (votes, code) =>
    expect(codes([settled({ meeting: { ...meeting, ...votes } })])).toEqual([code]),
  );

  it('was carried by 14 of 26', () => {
    expect(codes([settled({ meeting: { ...meeting, present: 14, inFavour: 14, against: 0, abstained: 0 } })])).toEqual([]);
  });

  it.each([
    [{ meeting: { ...meeting, heldOn: '2026-02-28' } }, ['meeting-before-its-month']],
    [{ meeting: { ...meeting, heldOn: '2026-03-01' } }, []],
    [{ postedOn: '2026-04-04' }, ['posted-before-the-meeting']],
    [{ postedOn: '2026-04-05' }, []],
    [{ filedOn: '2026-04-07' }, ['filed-before-posting']],
    [{ filedOn: '2026-08-25' }, []],
    [{ filedOn: '2026-08-26' }, ['day-in-the-future']],
  ] as [Partial<EarlierMonth>, string[]][])('with %j it is answered %j', (of, expected) => expect(codes([settled(of)])).toEqual(expected));

  it('keeps every line within the scheme in force, and every member within the branch', () => {
    const wrong = settled({
      lines: [
        lineOf({
          base: [
            { item: 'late-dues', amount: points('-0.5') },
            { item: 'unknown', amount: points('-0.5') },
          ],
          reward: [{ item: 'major-contribution', amount: points(1) }],
        }),
        lineOf({ memberId: bo, task: { kind: 'decided', amount: points('6.01') } }),
        lineOf({ memberId: memberId('stranger') }),
        lineOf(),
      ],
    });
    const line = (n: number, of?: object) => ({ part: 'line', line: n, ...(of ? { of } : {}) });
    expect(
      earlierIssues([settled({ period: period('2026-02') }), wrong], facts()).map(({ month, place, refusal }) => [
        month,
        place,
        refusal.code,
      ]),
    ).toEqual([
      [1, line(0, { part: 'base', entry: 1 }), 'unknown-item'],
      [1, line(0, { part: 'reward', entry: 0 }), 'evidence-required'],
      [1, line(1, { part: 'task' }), 'exceeds-ceiling'],
      [1, line(2), 'not-of-the-branch'],
      [1, line(3), 'duplicate-line'],
    ]);
  });

  it('answers for the pledges that were due in it, and only for them', () => {
    const pledges = [{ ...aPledge('p1', 1, ann), dueMonths: [3] }, { ...aPledge('p2', 1, ann), dueMonths: [4] }, aPledge('p3', 1, bo)];
    const planOf = () => ({ ceiling: points(6), pledges });
    const task = { kind: 'fulfilments', fulfilments: [done('p1')] } as const;
    expect(codes([settled({ lines: [lineOf({ task })] })], { planOf })).toEqual([]);
    expect(codes([settled({ lines: [lineOf({ memberId: bo, task })] })], { planOf })).toEqual(['nothing-due']);
  });

  it('names everything that is wrong in one pass', () => {
    const all = settled({
      period: period('2026-08'),
      filedOn: '2026-04-01',
      meeting: { ...meeting, present: 3 },
      lines: [lineOf({ memberId: memberId('x') })],
    });
    expect(codes([all])).toEqual([
      'month-not-over',
      'votes-do-not-add-up',
      'meeting-before-its-month',
      'filed-before-posting',
      'not-of-the-branch',
    ]);
  });
});

describe('an earlier month in the record (regulation 2-2 step 8)', () => {
  const at = startOfDay('2026-08-25');
  const entered = { actId: actId('paper-2026-03'), by: personId('official'), at };
  const secretary = personId('p-ann');
  const month = closedEarlierMonth({
    branchId: branchId('b1'),
    rosterHash: 'roster',
    profile: aProfile,
    ceiling: points(6),
    posts: { hasCommittee: false, committee: [], secretary, recorder: secretary },
    participants: [ann, bo].map((id) => ({ memberId: id, personId: personId(`p-${id}`), voting: true, pledgesDue: [] })),
    month: settled({ lines: [lineOf(), lineOf({ memberId: bo, task: { kind: 'not-applied' } })] }),
    entered,
  });

  it('is closed, with the values of the paper resolved by the act that brought them', () => {
    expect([month.status, month.rounds.map(({ status, origin }) => [status, origin])]).toEqual(['closed', [['closed', 'month']]]);
    expect(month.rounds[0]?.lines.map(({ resolved, standing }) => [resolved?.line, resolved?.actId, standing])).toEqual([
      [lineOf(), 'paper-2026-03', 'listed'],
      [lineOf({ memberId: bo, task: { kind: 'not-applied' } }), 'paper-2026-03', 'listed'],
    ]);
  });

  it('keeps the meeting, and claims no step that the record has not seen', () => {
    expect(month.rounds[0]?.meetings).toEqual([{ actId: 'paper-2026-03', ...meeting, enteredAt: at, due: 2, outcome: 'carried' }]);
    expect(month.rounds[0]).toMatchObject({ acts: [], objections: [], posting: null, filing: null, receipt: null });
    expect(month.rounds[0]?.lines[0]).toMatchObject({ claimed: null, registered: null, reviewed: null, confirmed: null });
  });

  it('shows who had not applied', () => {
    expect(month.participants.map(({ application }) => application)).toEqual(['applied', 'absent']);
  });
});
