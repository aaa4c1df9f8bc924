import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '../calendar/local-date.ts';
import { actId, objectionId } from '../ids/ids.ts';
import {
  afterPublicity,
  aMonth,
  applicationBy,
  applying,
  confirming,
  duringPublicity,
  evening,
  filing,
  meeting,
  member,
  person,
  posting,
  registering,
  returnBy,
  reviewing,
} from '../monthly-cycle/branch-month.builders.ts';
import type { BranchMonth } from '../monthly-cycle/branch-month.ts';
import { decide } from '../monthly-cycle/decide.ts';
import type { BranchMonthDecision } from '../monthly-cycle/decisions.ts';
import { evolve } from '../monthly-cycle/evolve.ts';
import { isJoint, type MonthStepRow, monthSteps, ruleOf, stageAfter, stepsOf, stepUnder } from './steps.ts';

type Table = readonly MonthStepRow[];
type Journey = readonly (readonly [BranchMonthDecision, number])[];

const superior = { by: person('superior'), round: 1 } as const;
const usual: Journey = [
  [applying('dan'), applicationBy - 1],
  [{ kind: 'close-applications' }, applicationBy],
  [registering(), applicationBy],
  [reviewing(), evening],
  [confirming('ann'), evening],
  [meeting(), evening],
  [posting(), startOfDay('2026-11-13')],
  [
    {
      ...{ kind: 'object', actId: actId('object'), by: person('dan'), round: 1, objectionId: objectionId('object') },
      ...{ memberId: member('dan'), lineMemberId: member('dan'), component: 'task' },
    },
    duringPublicity,
  ],
  [
    { kind: 'answer-objection', actId: actId('answer'), by: person('bo'), round: 1, objectionId: objectionId('object'), upheld: false },
    duringPublicity,
  ],
  [{ kind: 'end-publicity', round: 1 }, afterPublicity],
  [filing(), afterPublicity],
  [{ kind: 'receive', actId: actId('receive'), ...superior }, afterPublicity],
  [{ kind: 'close', round: 1 }, returnBy],
];
const returned: Journey = [
  ...usual.slice(0, -2),
  [{ kind: 'return', actId: actId('return'), ...superior, backTo: 'posting', reason: 'a line is missing' }, afterPublicity],
];
const withdrawn: Journey = [
  ...usual.slice(0, 3),
  [{ kind: 'withdraw', actId: actId('withdraw'), by: person('recorder'), round: 1, withdraws: actId('register') }, evening],
];

/** Of the decisions of a journey, those that a table does not know in the step where the regulation takes them. */
function unknownIn(table: Table, journey: Journey): string[] {
  const unknown: string[] = [];
  journey.reduce((month: BranchMonth, [decision, at]) => {
    const isSaid = decision.kind === 'apply' || decision.kind === 'object';
    if (!isSaid && !stepsOf(decision.kind, table).some(({ stage }) => stage === month.status))
      unknown.push(`${decision.kind} in ${month.status}`);
    const decided = decide(month, decision, at);
    if (!decided.ok) throw new Error(`${decision.kind} is refused: ${JSON.stringify(decided.refusal)}`);
    return decided.value.reduce(evolve, month);
  }, aMonth());
  return unknown;
}

describe('the steps of a month (regulation 2-2 steps 3–8)', () => {
  it.each([
    ['from the application to the receipt', usual],
    ['to a list that is returned', returned],
    ['to a registration that is withdrawn', withdrawn],
  ])('lead %s', (_where, journey) => expect(unknownIn(monthSteps, journey)).toEqual([]));

  it.each(monthSteps.map(({ stage }) => stage))('without %s lead nowhere', (stage) => {
    const without = monthSteps.filter((row) => row.stage !== stage);
    expect(unknownIn(without, usual)).not.toEqual([]);
  });

  it('follow one another from ③ to the closed month', () => {
    expect(monthSteps.map(({ stage }) => stageAfter(stage))).toEqual([...monthSteps.slice(1).map(({ stage }) => stage), 'closed']);
    expect(monthSteps.map(({ mark }) => mark)).toEqual([3, 4, 5, 6, 7, 7, 8, 8]);
  });

  it('stand under one deadline each', () => {
    const waits = monthSteps.map((row) => row.waits);
    expect(new Set(waits).size).toBe(8);
    expect(waits.map((one) => stepUnder(one)?.waits)).toEqual(waits);
  });

  it.each([
    ['register', 'registering', 'none'],
    ['register', 'reviewing', 'members'],
    ['review', undefined, 'none'],
    ['record-meeting', undefined, 'attempt'],
    ['file', 'meeting', 'none'],
  ] as const)('tell two decisions to %s apart in %p by %s', (kind, stage, part) => expect(ruleOf(kind, stage)?.part).toBe(part));

  it('are taken once for several months from the meeting on (A11)', () =>
    expect(monthSteps.filter(isJoint).map(({ stage }) => stage)).toEqual(['meeting', 'posting', 'publicity', 'filing', 'filed']));
});
