import { describe, expect, it } from '@jest/globals';
import { actId } from '../ids/ids.ts';
import {
  after,
  aMonth,
  applicationBy,
  confirming,
  decidedAt,
  evening,
  line,
  lineOf,
  member,
  person,
  refusalOf,
  registered,
  registering,
  reviewing,
  withoutCommittee,
} from './branch-month.builders.ts';
import { isAwaited } from './rounds.ts';

const change = (name: 'dan' | 'bo' | 'ann', reason = 'the visits were not made') => ({ line: decidedAt(name, 4), reason });
const inReview = after(registered(), [reviewing(), evening]);

describe('the committee’s review (regulation 2-2 step 5)', () => {
  it('passes everything else at its registered value', () => {
    const month = after(registered(), [reviewing({ changes: [change('dan')] }), evening]);
    expect(line(month, 'dan').reviewed).toMatchObject({
      line: { task: { kind: 'decided', amount: 400 } },
      reason: 'the visits were not made',
    });
    expect(line(month, 'bo').reviewed?.line).toEqual(lineOf('bo'));
    expect(line(month, 'dan').registered?.line).toEqual(lineOf('dan'));
  });

  it('leaves out the decider’s own line and waits for another to decide it (本人回避)', () => {
    expect([inReview.status, line(inReview, 'ann').reviewed, line(inReview, 'ann').leftOut]).toEqual(['reviewing', null, 'other-person']);
    const month = after(inReview, [confirming('ann'), evening]);
    expect([month.status, line(month, 'ann').confirmed?.by]).toEqual(['meeting', person('bo')]);
  });

  it('refuses a decider who changes their own line', () =>
    expect(refusalOf(registered(), reviewing({ changes: [change('ann')] }))).toEqual({ code: 'own-line', memberId: 'm-ann' }));

  it('leaves out more lines on request', () => {
    const month = after(registered(), [reviewing({ leftOut: [member('dan')] }), evening], [confirming('ann'), evening]);
    expect([month.status, isAwaited(line(month, 'dan'))]).toEqual(['reviewing', true]);
    expect(after(month, [confirming('dan', { changes: [change('dan')] }), evening]).status).toBe('meeting');
  });

  it.each([
    ['before registration', aMonth(), reviewing(), { code: 'wrong-step', status: 'applying', expected: ['reviewing'] }],
    ['by the recorder', registered(), reviewing({ by: person('recorder') }), { code: 'not-your-post' }],
    ['against another roster', registered(), reviewing({ rosterHash: 'old' }), { code: 'stale-roster', rosterHash: 'roster-1' }],
    [
      'with a change without a reason',
      registered(),
      reviewing({ changes: [change('dan', ' ')] }),
      { code: 'reason-required', memberId: 'm-dan' },
    ],
    [
      'with a line changed twice',
      registered(),
      reviewing({ changes: [change('dan'), change('dan')] }),
      { code: 'duplicate-line', memberId: 'm-dan' },
    ],
    ['a second time', inReview, reviewing({ actId: actId('again'), by: person('bo') }), { code: 'already-decided', status: 'reviewing' }],
  ])('%s is refused', (_what, month, decision, refusal) => expect(refusalOf(month, decision)).toEqual(refusal));

  it('refuses a value that the ceiling does not allow', () =>
    expect(refusalOf(registered(), reviewing({ changes: [{ line: decidedAt('dan', 7), reason: 'much' }] }))).toMatchObject({
      code: 'exceeds-ceiling',
    }));
});

describe('the second person (regulation 2-2 step 5)', () => {
  it.each([
    ['the decider themselves', confirming('ann', { by: person('ann') }), 'own-line'],
    ['somebody without a post', confirming('ann', { by: person('dan') }), 'not-your-post'],
    ['anybody, for a line that does not wait', confirming('dan'), 'line-not-awaiting'],
    ['anybody, with a change of another line', confirming('ann', { changes: [change('dan')] }), 'unknown-line'],
    ['anybody, with a change without a reason', confirming('ann', { changes: [change('ann', '')] }), 'reason-required'],
  ] as const)('is not %s', (_who, decision, code) => expect(refusalOf(inReview, decision)).toMatchObject({ code }));

  it('does not act before the review', () => expect(refusalOf(registered(), confirming('ann'))).toMatchObject({ code: 'wrong-step' }));

  it('confirms what rests on one person who registered and reviewed', () => {
    const { posts } = aMonth();
    const entered = after(aMonth({ ...posts, recorder: person('ann') }), [registering({ by: person('ann') }), applicationBy]);
    const month = after(entered, [reviewing(), evening]);
    expect([line(month, 'dan').leftOut, line(month, 'dan').reviewed?.by, month.status]).toEqual([
      'second-person',
      person('ann'),
      'reviewing',
    ]);
    const others = confirming('dan', { memberIds: (['secretary', 'ann', 'recorder', 'dan'] as const).map(member) });
    const byBo = after(month, [others, evening]);
    expect([byBo.status, line(byBo, 'bo').leftOut]).toEqual(['reviewing', 'second-person']);
    const last = confirming('bo', { by: person('secretary') });
    expect(after(byBo, [last, evening]).status).toBe('meeting');
  });

  it('is never the one who registered the line', () => {
    const { posts } = aMonth();
    const entered = after(aMonth({ ...posts, recorder: person('bo') }), [registering({ by: person('bo') }), applicationBy]);
    const month = after(entered, [reviewing(), evening]);
    expect(refusalOf(month, confirming('ann'))).toEqual({ code: 'second-person-required', memberIds: ['m-ann'] });
    expect(refusalOf(month, confirming('ann', { by: person('secretary') }))).toBeNull();
  });
});

describe('a branch without a committee (regulation 2-2 step 5)', () => {
  const month = registered(aMonth(withoutCommittee));

  it('has its secretary pre-review, and their own line goes to the meeting', () => {
    const pre = after(month, [reviewing({ by: person('secretary') }), evening]);
    expect([pre.status, line(pre, 'secretary').leftOut, line(pre, 'secretary').reviewed]).toEqual(['meeting', 'meeting', null]);
  });

  it('is reviewed by nobody else', () => expect(refusalOf(month, reviewing())).toEqual({ code: 'not-your-post' }));

  it('whose secretary also registered needs a second person chosen by the meeting', () => {
    const alone = { ...withoutCommittee, recorder: person('secretary') };
    const entered = after(aMonth(alone), [registering({ by: person('secretary') }), applicationBy]);
    const pre = reviewing({ by: person('secretary') });
    expect(refusalOf(entered, pre)).toEqual({ code: 'second-person-required', memberIds: ['m-ann', 'm-bo', 'm-recorder', 'm-dan'] });
    const chosen = after(
      aMonth({ ...alone, confirmer: person('confirmer') }),
      [registering({ by: person('secretary') }), applicationBy],
      [pre, evening],
    );
    expect([chosen.status, line(chosen, 'dan').leftOut]).toEqual(['reviewing', 'second-person']);
    const rest = confirming('dan', { by: person('confirmer'), memberIds: (['ann', 'bo', 'recorder', 'dan'] as const).map(member) });
    expect(after(chosen, [rest, evening]).status).toBe('meeting');
  });
});
