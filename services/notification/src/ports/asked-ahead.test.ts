import { describe, expect, it } from '@jest/globals';
import { anAnswer, knownPeople, toldOutstanding } from '../testing.ts';
import { outstandingForAWhile, peopleAhead } from './asked-ahead.ts';
import type { People } from './ports.ts';

function scene() {
  const asked: (readonly string[])[] = [];
  let away = false;
  let now = 1_000;
  const people: People = {
    async contacts(ids) {
      asked.push(ids);
      if (away) throw new Error('member is away');
      return knownPeople().contacts(ids);
    },
  };
  return {
    asked,
    ahead: peopleAhead(people, { keepMs: 60_000, realNow: () => now }),
    goAway: () => (away = true),
    comeBack: () => (away = false),
    later: (ms: number) => (now += ms),
  };
}

const namesOf = (contacts: { personId: string }[]) => contacts.map(({ personId }) => personId);

describe('people who are asked for ahead', () => {
  it('are asked for once, however often they are named', async () => {
    const { ahead, asked } = scene();
    await ahead.expect(['p-li', 'p-wang', 'p-li']);
    await ahead.expect(['p-wang']);
    expect(namesOf(await ahead.contacts(['p-li']))).toEqual(['p-li']);
    expect(namesOf(await ahead.contacts(['p-wang']))).toEqual(['p-wang']);
    expect(asked).toEqual([['p-li', 'p-wang']]);
  });

  it('are given out once: the next mail asks anew', async () => {
    const { ahead, asked } = scene();
    await ahead.expect(['p-li']);
    await ahead.contacts(['p-li']);
    await ahead.contacts(['p-li']);
    expect(asked).toEqual([['p-li'], ['p-li']]);
  });

  it('are kept a minute and no longer', async () => {
    const { ahead, asked, later } = scene();
    await ahead.expect(['p-li', 'p-wang']);
    later(59_999);
    await ahead.contacts(['p-li']);
    expect(asked).toHaveLength(1);
    later(1);
    await ahead.contacts(['p-wang']);
    expect(asked).toEqual([['p-li', 'p-wang'], ['p-wang']]);
  });

  it('are asked for in their turn where nobody answered ahead', async () => {
    const { ahead, goAway, comeBack } = scene();
    goAway();
    await ahead.expect(['p-li']);
    await expect(ahead.contacts(['p-li'])).rejects.toThrow('member is away');
    comeBack();
    expect(namesOf(await ahead.contacts(['p-li']))).toEqual(['p-li']);
  });
});

describe('who is outstanding', () => {
  const question = { branchId: 'dongwan', period: '2026-10', round: 1, step: 'review', level: 0 } as const;

  it('is asked once for the mails of some seconds, and another step by itself', async () => {
    let now = 0;
    const outstanding = toldOutstanding(anAnswer());
    const { ask } = outstandingForAWhile(outstanding, { keepMs: 5_000, realNow: () => now });
    await ask(question);
    now = 4_999;
    await ask({ ...question });
    expect(outstanding.asked).toHaveLength(1);
    await ask({ ...question, step: 'meeting' });
    now = 5_000;
    await ask(question);
    expect(outstanding.asked.map(({ step }) => step)).toEqual(['review', 'meeting', 'review']);
  });

  it('is asked again where there was no answer', async () => {
    let away = true;
    const told = toldOutstanding(anAnswer());
    const ask = async (asked: typeof question) => {
      if (away) throw new Error('scoring is away');
      return told.ask(asked);
    };
    const outstanding = outstandingForAWhile({ ask: ask as typeof told.ask }, { keepMs: 5_000, realNow: () => 0 });
    await expect(outstanding.ask(question)).rejects.toThrow('scoring is away');
    away = false;
    expect(await outstanding.ask(question)).toMatchObject({ open: true });
  });
});
