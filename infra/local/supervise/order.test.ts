import { describe, expect, it } from '@jest/globals';
import { startOrder, stopRounds } from './order.mjs';

const entry = (name: string, ...after: string[]) => ({ name, after });
const names = (entries: { name: string }[]) => entries.map((each) => each.name);

describe('order of a plan', () => {
  it('starts each entry after what it needs', () => {
    const plan = [entry('member', 'ferretdb', 'redis'), entry('ferretdb', 'postgres'), entry('redis'), entry('postgres')];
    expect(names(startOrder(plan))).toEqual(['postgres', 'ferretdb', 'redis', 'member']);
  });

  it('stops nothing before everything that needs it', () => {
    const plan = [entry('postgres'), entry('redis'), entry('ferretdb', 'postgres'), entry('member', 'ferretdb', 'redis')];
    expect(stopRounds(plan).map(names)).toEqual([['member'], ['redis', 'ferretdb'], ['postgres']]);
  });

  it('refuses a circle', () => {
    expect(() => startOrder([entry('a', 'b'), entry('b', 'a')])).toThrow('The plan goes in a circle: a → b → a.');
  });

  it('refuses a need that is not in the plan', () => {
    expect(() => startOrder([entry('a', 'b')])).toThrow('a needs b, which is not in the plan.');
  });
});
