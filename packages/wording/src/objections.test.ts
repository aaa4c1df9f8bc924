import { describe, expect, it } from '@jest/globals';
import { describeTodo, objectionReceipt, refusalSentence, renderNotice } from './index.ts';

describe('what is said of an objection', () => {
  it('its receipt has a number of characters and digits', () => expect(objectionReceipt('2026-10', 3)).toBe('异议〔2026〕10月第3号'));

  it('a second one is told the number of the first', () =>
    expect(refusalSentence('already-objected', { period: '2026-10', number: 3 })).toBe(
      '这位同志对这一行的同一项已经提出过异议（异议〔2026〕10月第3号），不用再提。补充的事实和理由，请直接告诉支部。',
    ));

  it('whoever raised it reads why they do not answer it', () =>
    expect(refusalSentence('own-entry', {})).toBe('这是您自己登记或者提出的，不能再由您复核或者答复。请由另一位同志办理。'));

  it('those who may answer are reminded until when, and the committee above is told of a late one', () => {
    const facts = { period: '2026-10', step: 'objection', lastDay: '2026-11-25' };
    expect(renderNotice('reminder', facts, { branch: '东湾村党支部' }).text).toBe(
      '东湾村党支部10月的异议答复还没有办，截止2026年11月25日（周三）。已经办了的，不用理会。',
    );
    expect(renderNotice('escalation', facts, { branch: '东湾村党支部' }).subject).toBe('报请协调：东湾村党支部10月异议答复');
  });

  it('the to-do names the last day', () => {
    const todo = {
      key: 'k',
      kind: 'answer-objection',
      branchId: 'dongwan',
      branchName: '东湾村党支部',
      period: '2026-10',
      round: 1,
    } as const;
    const said = describeTodo({ ...todo, lastDay: '2026-11-25', overdue: true, facts: {} });
    expect([said.title, said.deadline]).toEqual(['东湾村党支部10月有异议待书面答复', '已过截止日2026年11月25日（周三）']);
  });
});
