import { describe, expect, it } from '@jest/globals';
import { afterApplication, afterWithdrawal, carried, type StandingApplications } from './standing-applications.ts';

type Message = (known: StandingApplications) => StandingApplications;
const applied =
  (actId: string): Message =>
  (known) =>
    afterApplication(known, actId);
const withdrawn =
  (withdraws?: string): Message =>
  (known) =>
    afterWithdrawal(known, withdraws);
const after = (messages: Message[], begin = carried(undefined)) => messages.reduce((known, hear) => hear(known), begin).standing;

describe('the applications that stand', () => {
  it.each([
    ['applied', [applied('one')], ['one']],
    ['applied twice, by a repeated message', [applied('one'), applied('one')], ['one']],
    ['applied and withdrew', [applied('one'), withdrawn('one')], []],
    ['applied and withdrew, the withdrawal heard first', [withdrawn('one'), applied('one')], []],
    ['applied anew', [applied('one'), withdrawn('one'), applied('two')], ['two']],
    ['applied anew, the withdrawal heard last', [applied('one'), applied('two'), withdrawn('one')], ['two']],
    ['applied anew, the first heard last', [applied('two'), withdrawn('one'), applied('one')], ['two']],
    ['withdrew, as an earlier version told it', [applied('one'), withdrawn()], []],
  ] as const)('of a member who %s', (_what, messages, standing) => {
    expect(after([...messages])).toEqual(standing);
  });

  it('include what a process was given along, and its withdrawal is known by its id', () => {
    expect(after([withdrawn('one')], carried({ actId: 'one' }))).toEqual([]);
    expect(after([withdrawn('another')], carried({ actId: 'one' }))).toEqual(['one']);
  });

  it('include what an earlier version gave along without an id, which any other withdrawal means', () => {
    expect(after([], carried({}))).toEqual(['']);
    expect(after([withdrawn('one')], carried({}))).toEqual([]);
  });
});
