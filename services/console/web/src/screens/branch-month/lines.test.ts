import { describe, expect, it } from '@jest/globals';
import { answerContent, changedLines, departsFromClaim, lineDraft, lineKey, lineOf, registration, sameLine } from './lines.ts';

const absence = { item: 'absence', amount: 50, basis: '主题党日缺席' };
const line = { deductions: [absence], task: 550, rewards: [] };

describe('a line while it is typed', () => {
  it('comes back as it was', () => expect(lineOf(lineDraft(line))).toEqual(line));

  it('is another line when only the evidence of an entry changed', () => {
    expect(sameLine(line, { ...line, deductions: [{ ...absence, evidence: '签到表' }] })).toBe(false);
    expect(sameLine(line, lineOf(lineDraft(line)))).toBe(true);
  });
});

describe('changed lines', () => {
  it('carry their whole value and the reason', () => {
    expect(changedLines({ 'member-5': { ...lineDraft(line), task: '3', reason: ' 只完成一半 ' } })).toEqual([
      { memberId: 'member-5', deductions: [absence], task: 300, rewards: [], reason: '只完成一半' },
    ]);
  });
});

describe('the registration', () => {
  const row = { memberId: 'member-5', appliedAt: 7, proposed: line };
  const untouched = { memberId: 'member-6', proposed: { deductions: [], task: 0, rewards: [] } };

  it('takes what was not touched as it is proposed', () => {
    expect(registration({}, [row, untouched])).toEqual({
      kind: 'register',
      lines: [
        { memberId: 'member-5', ...line },
        { memberId: 'member-6', deductions: [], task: 0, rewards: [] },
      ],
    });
  });

  it('takes what was typed, with its note', () => {
    expect(registration({ [lineKey(row)]: { task: '５', reason: ' 第三周没有交记录 ' } }, [row]).lines).toEqual([
      { memberId: 'member-5', deductions: [absence], task: 500, rewards: [], note: '第三周没有交记录' },
    ]);
  });

  it('does not take for a claim that came in meanwhile what was typed before it', () => {
    const typed = { [lineKey({ memberId: 'member-5', appliedAt: undefined })]: { task: '0' } };
    expect(registration(typed, [row]).lines).toEqual([{ memberId: 'member-5', ...line }]);
  });
});

describe('a line that is registered', () => {
  const letter = { item: 'letter', amount: 100, evidence: '感谢信' };
  const claimed = { deductions: [], task: 600, rewards: [letter, letter] };
  const row = { claimed, proposed: claimed };

  it.each([
    ['what was claimed', claimed, false],
    ['a deduction of the recorder’s', { ...claimed, deductions: [absence] }, false],
    ['a reward of the recorder’s', { ...claimed, rewards: [letter, letter, letter] }, false],
    ['other task points', { ...claimed, task: 599 }, true],
    ['a claimed reward less', { ...claimed, rewards: [letter] }, true],
    ['a claimed reward lowered', { ...claimed, rewards: [letter, { ...letter, amount: 50 }] }, true],
  ])('with %s needs a reason or not', (_what, values, expected) => expect(departsFromClaim(row, values)).toBe(expected));

  it('for somebody who has not applied needs one as soon as they are given points', () => {
    const absent = { proposed: { deductions: [], task: 0, rewards: [] } } as Parameters<typeof departsFromClaim>[0];
    expect([departsFromClaim(absent, { ...absent.proposed, task: 1 }), departsFromClaim(absent, absent.proposed)]).toEqual([true, false]);
  });
});

describe('the answer to an objection', () => {
  const objection = { objectionId: 'objection-1', memberId: 'member-5' };
  const draft = { answer: ' 已核对 ', change: { ...lineDraft(line), task: '6' } };

  it('carries the new value where it is upheld, and none where it is not', () => {
    expect(answerContent(objection, { ...draft, upheld: true })).toEqual({
      kind: 'answer-objection',
      objectionId: 'objection-1',
      upheld: true,
      answer: '已核对',
      change: { memberId: 'member-5', deductions: [absence], task: 600, rewards: [] },
    });
    expect(answerContent(objection, { ...draft, upheld: false })).toEqual({
      kind: 'answer-objection',
      objectionId: 'objection-1',
      upheld: false,
      answer: '已核对',
    });
  });
});
