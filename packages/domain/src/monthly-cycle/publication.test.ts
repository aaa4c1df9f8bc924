import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '../calendar/local-date.ts';
import { actId, objectionId } from '../ids/ids.ts';
import {
  after,
  afterPublicity,
  applying,
  decidedAt,
  duringPublicity,
  filed,
  filing,
  line,
  lineOf,
  meeting,
  member,
  met,
  names,
  person,
  posted,
  posting,
  publicityEndsAt,
  refusalOf,
  registering,
  returnBy,
  reviewed,
  reviewing,
  round,
} from './branch-month.builders.ts';
import type { DecisionOf } from './decisions.ts';
import { heldBack } from './rounds.ts';

const postingDay = startOfDay('2026-11-13');
const objecting = (name: 'dan' | 'bo' = 'dan', other: Partial<DecisionOf<'object'>> = {}): DecisionOf<'object'> => ({
  actId: actId(`object-${name}`),
  by: person(name),
  round: 1,
  kind: 'object',
  objectionId: objectionId(`o-${name}`),
  memberId: member(name),
  lineMemberId: member(name),
  component: 'task',
  ...other,
});
const answering = (name: 'dan' | 'bo' = 'dan', other: Partial<DecisionOf<'answer-objection'>> = {}): DecisionOf<'answer-objection'> => ({
  actId: actId(`answer-${name}`),
  by: person('secretary'),
  round: 1,
  kind: 'answer-objection',
  objectionId: objectionId(`o-${name}`),
  upheld: false,
  ...other,
});
const receiving: DecisionOf<'receive'> = { actId: actId('receive'), by: person('superior'), round: 1, kind: 'receive' };
const returning = (other: Partial<DecisionOf<'return'>> = {}): DecisionOf<'return'> => ({
  actId: actId('return'),
  by: person('superior'),
  round: 1,
  kind: 'return',
  backTo: 'posting',
  reason: 'the seal is missing',
  ...other,
});
const objected = after(posted(), [objecting(), duringPublicity]);

describe('posting (regulation 2-2 step 7)', () => {
  it('starts publicity until its midnight', () => {
    expect([posted().status, round(posted()).posting?.publicityEndsAt]).toEqual(['publicity', publicityEndsAt]);
  });

  it.each([
    ['before the resolution', reviewed(), posting(), 'wrong-step'],
    ['twice', posted(), posting({ actId: actId('again') }), 'already-decided'],
    ['by a member without a post', met(), posting({ by: person('dan') }), 'not-your-post'],
    ['for tomorrow', met(), posting({ postedOn: '2026-11-14' }), 'day-in-the-future'],
    ['for a day before the meeting', met(), posting({ postedOn: '2026-11-11' }), 'posted-before-the-meeting'],
    ['on a day that is not worked', met(), posting({ onWorkingDay: false }), 'not-a-working-day'],
  ] as const)('%s is refused', (_what, month, decision, code) => expect(refusalOf(month, decision, postingDay)).toMatchObject({ code }));

  it('publicity ends at its midnight, not before', () => {
    const end = { kind: 'end-publicity', round: 1 } as const;
    expect(refusalOf(posted(), end, publicityEndsAt - 1)).toEqual({ code: 'publicity-not-over', until: publicityEndsAt });
    expect(after(posted(), [end, publicityEndsAt]).status).toBe('filing');
  });
});

describe('filing (regulation 2-2 step 8)', () => {
  it('waits for the end of publicity', () => {
    expect(refusalOf(posted(), filing(), publicityEndsAt - 1)).toEqual({ code: 'publicity-not-over', until: publicityEndsAt });
    expect(refusalOf(posted(), filing(), publicityEndsAt)).toBeNull();
    expect(refusalOf(met(), filing(), afterPublicity)).toMatchObject({ code: 'wrong-step' });
    expect(refusalOf(posted(), filing({ by: person('dan') }), afterPublicity)).toEqual({ code: 'not-your-post' });
  });

  it('files every line that is not held back', () => {
    expect(round(filed()).filing?.lines).toEqual(names.map(member));
    expect(filed().status).toBe('filed');
  });

  it('is answered by a receipt, which approves nothing and closes nothing', () => {
    const month = after(filed(), [receiving, afterPublicity]);
    expect([month.status, round(month).receipt?.by]).toEqual(['filed', person('superior')]);
    expect(refusalOf(month, { ...receiving, actId: actId('again') }, afterPublicity)).toEqual({ code: 'already-decided', status: 'filed' });
  });

  it('is received by nobody who acted or entered paper for the branch', () => {
    expect(refusalOf(filed(), { ...receiving, by: person('recorder') }, afterPublicity)).toEqual({ code: 'own-entry' });
    const entered = after(posted(), [{ ...filing(), enteredBy: person('clerk') }, afterPublicity]);
    expect(refusalOf(entered, { ...receiving, by: person('clerk') }, afterPublicity)).toEqual({ code: 'own-entry' });
    expect(refusalOf(filed(), { ...receiving, by: person('clerk') }, afterPublicity)).toBeNull();
  });

  it('is closed when its window for a return is over', () => {
    const close = { kind: 'close', round: 1 } as const;
    expect(refusalOf(filed(), close, returnBy - 1)).toEqual({ code: 'return-window-open', until: returnBy });
    expect(after(filed(), [close, returnBy]).status).toBe('closed');
  });
});

describe('a returned filing (regulation 2-2 step 8)', () => {
  it('goes round again from posting with the same lines', () => {
    const month = after(filed(), [returning(), afterPublicity]);
    expect([month.status, month.round, round(month).origin, round(month).posting]).toEqual(['posting', 2, 'return', null]);
    expect([round(month, 1).status, round(month).lines.length]).toEqual(['returned', 5]);
    const again = after(month, [posting({ actId: actId('post-2'), round: 2, postedOn: '2026-11-23' }), afterPublicity]);
    expect(again.status).toBe('publicity');
  });

  it('or from filing, with its publicity kept', () => {
    const month = after(filed(), [returning({ backTo: 'filing' }), afterPublicity]);
    expect([month.status, round(month).posting?.actId]).toEqual(['filing', 'post']);
    expect(after(month, [filing({ actId: actId('file-2'), round: 2 }), afterPublicity]).status).toBe('filed');
  });

  it.each([
    ['without a reason', filed(), returning({ reason: ' ' }), returnBy - 1, 'reason-required'],
    ['after its window', filed(), returning(), returnBy, 'return-window-over'],
    ['before filing', posted(), returning(), duringPublicity, 'wrong-step'],
    ['by the branch itself', filed(), returning({ by: person('secretary') }), afterPublicity, 'own-entry'],
  ] as const)('is not returned %s', (_what, month, decision, at, code) => expect(refusalOf(month, decision, at)).toMatchObject({ code }));

  it('takes no decision of its first round any more', () => {
    const month = after(filed(), [returning(), afterPublicity]);
    expect(refusalOf(month, { ...receiving, actId: actId('late') }, afterPublicity)).toEqual({
      code: 'already-decided',
      status: 'returned',
    });
  });
});

describe('objections (regulation 2-2 step 7, A10)', () => {
  it('hold back the line concerned, and the rest is filed on time', () => {
    expect([objected.status, heldBack(objected)]).toEqual(['publicity', [{ round: 1, memberId: 'm-dan' }]]);
    const month = after(objected, [filing(), afterPublicity]);
    expect(round(month).filing?.lines).toEqual(['m-secretary', 'm-ann', 'm-bo', 'm-recorder']);
  });

  it.each([
    ['before posting', met(), objecting(), duringPublicity, 'wrong-step'],
    ['at the midnight that ends publicity', posted(), objecting(), publicityEndsAt, 'publicity-over'],
    ['after filing', filed(), objecting(), afterPublicity, 'publicity-over'],
    ['twice under one id', objected, objecting('dan', { actId: actId('x') }), duringPublicity, 'already-decided'],
  ] as const)('%s are refused', (_what, month, decision, at, code) => expect(refusalOf(month, decision, at)).toMatchObject({ code }));

  it('until the last moment of publicity are taken', () => expect(refusalOf(posted(), objecting(), publicityEndsAt - 1)).toBeNull());

  it('keep the round open until they are answered, then the line follows in a supplement', () => {
    const window = after(objected, [filing(), afterPublicity], [{ kind: 'close', round: 1 }, returnBy]);
    expect([window.status, window.round]).toEqual(['filed', 1]);
    const month = after(window, [answering(), returnBy + 1]);
    expect([month.status, month.round, round(month).origin, round(month, 1).status]).toEqual(['posting', 2, 'supplement', 'closed']);
    expect([round(month).begun, round(month, 1).begun]).toEqual([{ at: returnBy + 1, step: 'posting' }, undefined]);
    expect([round(month).lines.map((one) => one.memberId), line(month, 'dan', 1).standing, line(month, 'dan').standing]).toEqual([
      ['m-dan'],
      'moved-away',
      'listed',
    ]);
  });

  it('answered in time follow when the return window is over', () => {
    const month = after(objected, [answering(), duringPublicity], [filing(), afterPublicity], [{ kind: 'close', round: 1 }, returnBy]);
    expect([month.status, month.round]).toEqual(['posting', 2]);
  });

  it('upheld give the line its new value and keep the old one with the review', () => {
    const month = after(objected, [answering('dan', { upheld: true, newValue: decidedAt('dan', 5) }), duringPublicity]);
    expect([line(month, 'dan').resolved?.line.task, line(month, 'dan').resolved?.actId]).toEqual([
      { kind: 'decided', amount: 500 },
      'answer-dan',
    ]);
    expect(line(month, 'dan').reviewed?.line.task.kind).toBe('fulfilments');
  });

  it('not upheld leave the value as it was', () => {
    const month = after(objected, [answering(), duringPublicity]);
    expect([line(month, 'dan').resolved?.actId, round(month).objections[0]?.answer?.upheld]).toEqual(['meeting', false]);
  });

  it.each([
    ['of nobody', answering('bo'), 'unknown-objection'],
    ['by a member without a post', answering('dan', { by: person('dan') }), 'not-your-post'],
    ['upheld without a new value', answering('dan', { upheld: true }), 'new-value-required'],
    ['with the value of another line', answering('dan', { upheld: true, newValue: decidedAt('bo', 5) }), 'unknown-line'],
    ['with a value above the ceiling', answering('dan', { upheld: true, newValue: decidedAt('dan', 7) }), 'exceeds-ceiling'],
  ] as const)('answers %s are refused', (_what, decision, code) =>
    expect(refusalOf(objected, decision, duringPublicity)).toMatchObject({ code }),
  );

  it('are answered by nobody whose line it is, or who raised them, and once', () => {
    const aboutBo = after(posted(), [objecting('bo'), duringPublicity]);
    expect(refusalOf(aboutBo, answering('bo', { by: person('bo') }), duringPublicity)).toMatchObject({ code: 'own-line' });
    const byBo = after(posted(), [objecting('bo', { lineMemberId: member('dan') }), duringPublicity]);
    expect(refusalOf(byBo, answering('bo', { by: person('bo') }), duringPublicity)).toEqual({ code: 'own-entry' });
    const answered = after(objected, [answering(), duringPublicity]);
    expect(refusalOf(answered, answering('dan', { actId: actId('again') }), duringPublicity)).toMatchObject({ code: 'already-decided' });
  });

  it('to every line leave nothing to file; the round is over when all are answered', () => {
    const everyLine = names.map(
      (name, index) =>
        [
          objecting('dan', { actId: actId(`a${index}`), objectionId: objectionId(`o${index}`), lineMemberId: member(name) }),
          duringPublicity,
        ] as const,
    );
    const month = after(posted(), ...everyLine);
    expect(refusalOf(month, filing(), afterPublicity)).toEqual({ code: 'objection-open', objectionIds: ['o0', 'o1', 'o2', 'o3', 'o4'] });
    const answers = names.map(
      (name, index) =>
        [
          answering('dan', {
            actId: actId(`b${index}`),
            objectionId: objectionId(`o${index}`),
            by: person(name === 'secretary' ? 'ann' : 'secretary'),
          }),
          duringPublicity,
        ] as const,
    );
    const over = after(month, ...answers, [{ kind: 'end-publicity', round: 1 }, publicityEndsAt]);
    expect([over.status, over.round, round(over).lines.length]).toEqual(['posting', 2, 5]);
  });

  it('answered before a return to posting are listed again', () => {
    const month = after(objected, [answering(), duringPublicity], [filing(), afterPublicity], [returning(), afterPublicity]);
    expect([line(month, 'dan').standing, heldBack(month)]).toEqual(['listed', []]);
    const open = after(objected, [filing(), afterPublicity], [returning(), afterPublicity]);
    expect(heldBack(open)).toEqual([{ round: 2, memberId: 'm-dan' }]);
  });

  it('and late applications follow together in one supplement, which decides only on what is not resolved', () => {
    const waiting = after(objected, [answering(), duringPublicity], [applying('bo'), duringPublicity]);
    const month = after(waiting, [filing(), afterPublicity], [{ kind: 'close', round: 1 }, returnBy]);
    expect([month.status, month.round, round(month).lines.map((one) => one.memberId)]).toEqual(['registering', 2, ['m-dan', 'm-bo']]);
    expect(round(month).begun).toEqual({ at: returnBy, step: 'registering' });
    const both = registering({ actId: actId('r2'), round: 2, lines: [lineOf('bo'), lineOf('dan')] });
    expect(refusalOf(month, both, returnBy)).toEqual({ code: 'unknown-line', memberId: 'm-dan' });
    const toMeeting = after(month, [{ ...both, lines: [lineOf('bo')] }, returnBy], [reviewing({ actId: actId('v2'), round: 2 }), returnBy]);
    const next = after(toMeeting, [meeting({ actId: actId('m2'), round: 2 }), returnBy]);
    expect([toMeeting.status, next.status]).toEqual(['meeting', 'posting']);
    expect([line(next, 'dan').resolved?.actId, line(next, 'bo').resolved?.actId]).toEqual(['meeting', 'm2']);
  });

  it('whose late application is withdrawn again is posted at once', () => {
    const waiting = after(objected, [answering(), duringPublicity], [applying('bo'), duringPublicity]);
    const month = after(waiting, [filing(), afterPublicity], [{ kind: 'close', round: 1 }, returnBy]);
    const withdrawal = { actId: actId('w'), by: person('bo'), round: 2, kind: 'withdraw', withdraws: actId('apply-bo') } as const;
    expect(after(month, [withdrawal, returnBy])).toMatchObject({ status: 'posting', round: 2 });
  });
});
