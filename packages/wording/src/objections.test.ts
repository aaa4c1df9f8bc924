import { describe, expect, it } from '@jest/globals';
import { describeTodo, objectionReceipt, refusalSentence, renderNotice, words } from './index.ts';

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

  it.each([
    [{ kind: 'member', name: '甲' }, { way: 'telephone', enteredBy: '乙' }, '提出人：甲（电话提出，乙登记）'],
    [{ kind: 'member', name: '甲' }, undefined, '提出人：甲（本人在系统提出）'],
    [{ kind: 'outsider', name: '丙' }, { way: 'letter' }, '提出人：丙（来信提出）'],
    [{ kind: 'member' }, undefined, '提出人：一名党员'],
    [{ kind: 'outsider' }, undefined, '提出人：支部以外的同志'],
  ] as const)('%j, %j: %s', (objector, entered, said) => expect(words.objection.raisedBy(objector, entered)).toBe(said));

  it('whoever recorded it for somebody outside the branch is asked to hand over the answer', () =>
    expect(renderNotice('objection-answered', { period: '2026-10', handOver: 1 }, { branch: '东湾村党支部' }).text).toBe(
      '东湾村党支部已对您替支部以外的同志登记的10月异议作出书面答复，请打印答复单，交给提出人。',
    ));
});
