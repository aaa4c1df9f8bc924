import { describe, expect, it } from '@jest/globals';
import type { InboxItem } from '@jifen/contracts';
import { groupsOf, isUnread, wayTo } from './message-groups.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const item = (change: Partial<InboxItem> = {}): InboxItem => ({
  id: 'm1',
  template: 'step-opened',
  branchId: 'dongwan',
  period: '2026-10',
  round: 1,
  facts: { step: 'registration' },
  at: at('2026-11-11T09:00:00'),
  ...change,
});

describe('messages', () => {
  it.each([
    ['2026-11-11T00:00:00', 'today'],
    ['2026-11-10T23:59:59', 'thisWeek'],
    ['2026-11-09T00:00:00', 'thisWeek'],
    ['2026-11-08T23:59:59', 'earlier'],
  ])('of %s are, on a Wednesday, those of %s', (text, group) =>
    expect(groupsOf([item({ at: at(text) })], '2026-11-11').map((one) => one.group)).toEqual([group]),
  );

  it('of a Sunday belong to the week that ends with it', () =>
    expect(groupsOf([item({ at: at('2026-11-09T09:00:00') })], '2026-11-15').map((one) => one.group)).toEqual(['thisWeek']));

  it('are unread until they are read or done', () =>
    expect([item(), item({ readAt: 1 }), item({ doneAt: 1 })].map(isUnread)).toEqual([true, false, false]));
});

describe('what a message opens', () => {
  const month = '/branches/dongwan/2026-10';
  const me = { memberId: 'dongwan-7' };

  it.each([
    [{ template: 'month-opened' as const, facts: {} }, `${month}/application/dongwan-7`],
    [{ template: 'reminder' as const, facts: { step: 'application' } }, `${month}/application/dongwan-7`],
    [{ template: 'entered-on-behalf' as const, facts: {} }, `${month}/application/dongwan-7`],
    [{ template: 'confirm-entry' as const, facts: { memberId: 'dongwan-7' } }, `${month}/application/dongwan-7`],
    [{ template: 'entry-unconfirmed' as const, facts: { memberId: 'dongwan-3' } }, `${month}/application/dongwan-3`],
    [{ template: 'line-waits' as const, facts: {} }, '/sheets/dongwan-7'],
    [{ template: 'reminder' as const, facts: { step: 'review' } }, month],
    [{ template: 'objection-answered' as const, facts: {} }, month],
    [{ template: 'filing-returned' as const, facts: {} }, month],
  ])('%j: %s', (message, way) => expect(wayTo(item(message), me)).toBe(way));

  it('to whoever is no member is the month of the branch', () =>
    expect(wayTo(item({ template: 'month-opened', facts: {} }), {})).toBe(month));
});
