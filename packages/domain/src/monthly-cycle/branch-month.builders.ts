import { type Instant, startOfDay } from '../calendar/local-date.ts';
import { period } from '../calendar/period.ts';
import { aPledge, done } from '../evaluation/evaluation.builders.ts';
import type { MonthLine, TaskClaim } from '../evaluation/month-line.ts';
import { actId, branchId, type MemberId, memberId, type PersonId, personId } from '../ids/ids.ts';
import { points } from '../points/points.ts';
import { aProfile } from '../schemes/profile/profile.builders.ts';
import { type BranchMonth, initialBranchMonth, type Line, type Posts, type Round } from './branch-month.ts';
import { decide } from './decide.ts';
import type { BranchMonthDecision, DecisionOf } from './decisions.ts';
import { evolve } from './evolve.ts';

/** Five members: secretary, two of the committee, recorder, and one without a post. */
export const names = ['secretary', 'ann', 'bo', 'recorder', 'dan'] as const;
export type Name = (typeof names)[number];
export const member = (name: Name): MemberId => memberId(`m-${name}`);
export const person = (name: Name | 'superior' | 'clerk' | 'confirmer'): PersonId => personId(`p-${name}`);

const rosterHash = 'roster-1';
export const applicationBy: Instant = startOfDay('2026-11-10');
/** The evening of the party day. */
export const evening: Instant = startOfDay('2026-11-12') + 19 * 3_600_000;
export const publicityEndsAt: Instant = startOfDay('2026-11-21');
export const returnBy: Instant = startOfDay('2026-12-03');

const withCommittee: Posts = {
  hasCommittee: true,
  committee: [person('secretary'), person('ann'), person('bo')],
  secretary: person('secretary'),
  recorder: person('recorder'),
};
export const withoutCommittee: Posts = { hasCommittee: false, committee: [], secretary: person('secretary'), recorder: person('recorder') };

export function aMonth(posts: Posts = withCommittee): BranchMonth {
  return initialBranchMonth({
    branchId: branchId('b1'),
    period: period('2026-10'),
    rosterHash,
    applicationBy,
    profile: aProfile,
    ceiling: points(6),
    posts,
    votersNotScored: [],
    participants: names.map((name) => ({
      memberId: member(name),
      personId: person(name),
      voting: true,
      pledgesDue: [aPledge(`pledge-${name}`, 1, member(name))],
    })),
  });
}

export const lineOf = (name: Name, task?: TaskClaim): MonthLine => ({
  memberId: member(name),
  base: [],
  task: task ?? { kind: 'fulfilments', fulfilments: [done(`pledge-${name}`)] },
  reward: [],
});
export const decidedAt = (name: Name, amount: number): MonthLine => lineOf(name, { kind: 'decided', amount: points(amount) });

/** With the reason of a registration that is not what was claimed. */
export const noted = (line: MonthLine) => ({ ...line, reason: 'as the branch knows' });

const act = (id: string, by: PersonId, round = 1) => ({ actId: actId(id), by, round });

export const applying = (name: Name): DecisionOf<'apply'> => ({ ...act(`apply-${name}`, person(name)), kind: 'apply', line: lineOf(name) });
export const registering = (other: Partial<DecisionOf<'register'>> = {}): DecisionOf<'register'> => ({
  ...act('register', person('recorder')),
  kind: 'register',
  rosterHash,
  lines: names.map((name) => noted(lineOf(name))),
  ...other,
});
export const reviewing = (other: Partial<DecisionOf<'review'>> = {}): DecisionOf<'review'> => ({
  ...act('review', person('ann')),
  kind: 'review',
  rosterHash,
  changes: [],
  leftOut: [],
  ...other,
});
export const confirming = (name: Name, other: Partial<DecisionOf<'review-own-line'>> = {}): DecisionOf<'review-own-line'> => ({
  ...act(`confirm-${name}`, person('bo')),
  kind: 'review-own-line',
  memberIds: [member(name)],
  changes: [],
  ...other,
});
export const meeting = (other: Partial<DecisionOf<'record-meeting'>> = {}): DecisionOf<'record-meeting'> => ({
  ...act('meeting', person('recorder')),
  kind: 'record-meeting',
  rosterHash,
  heldOn: '2026-11-12',
  due: 5,
  voters: 5,
  present: 4,
  inFavour: 4,
  against: 0,
  abstained: 0,
  carried: true,
  changes: [],
  separateVotes: [],
  ...other,
});
export const posting = (other: Partial<DecisionOf<'post'>> = {}): DecisionOf<'post'> => ({
  ...act('post', person('recorder')),
  kind: 'post',
  postedOn: '2026-11-13',
  place: 'notice board',
  onWorkingDay: true,
  publicityEndsAt,
  filingBy: startOfDay('2026-11-26'),
  ...other,
});
export const filing = (other: Partial<DecisionOf<'file'>> = {}): DecisionOf<'file'> => ({
  ...act('file', person('secretary')),
  kind: 'file',
  returnBy,
  ...other,
});

export const duringPublicity: Instant = startOfDay('2026-11-16');
export const afterPublicity: Instant = startOfDay('2026-11-23');

/** The month after decisions that are all accepted. */
export function after(month: BranchMonth, ...decisions: readonly (readonly [BranchMonthDecision, Instant])[]): BranchMonth {
  return decisions.reduce((state, [decision, at]) => {
    const decided = decide(state, decision, at);
    if (!decided.ok) throw new Error(`${decision.kind} is refused: ${JSON.stringify(decided.refusal)}`);
    return decided.value.reduce(evolve, state);
  }, month);
}

export const refusalOf = (month: BranchMonth, decision: BranchMonthDecision, at: Instant = evening) => {
  const decided = decide(month, decision, at);
  return decided.ok ? null : decided.refusal;
};

export const registered = (month: BranchMonth = aMonth()) => after(month, [registering(), applicationBy]);
export const reviewed = () => after(registered(), [reviewing(), evening], [confirming('ann'), evening]);
export const met = () => after(reviewed(), [meeting(), evening]);
export const posted = () => after(met(), [posting(), startOfDay('2026-11-13')]);
export const filed = () => after(posted(), [filing(), afterPublicity]);

export function round(month: BranchMonth, number = month.round): Round {
  const found = month.rounds.find((one) => one.round === number);
  if (!found) throw new Error(`no round ${number}`);
  return found;
}
export function line(month: BranchMonth, name: Name, number = month.round): Line {
  const found = round(month, number).lines.find((one) => one.memberId === member(name));
  if (!found) throw new Error(`no line of ${name}`);
  return found;
}
