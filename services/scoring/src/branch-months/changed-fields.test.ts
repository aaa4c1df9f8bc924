import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aBranchMonth } from './branch-month.builders.ts';
import { type ChangedFields, changedFields } from './changed-fields.ts';

type Fields = Record<string, unknown>;

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** As the store does it. */
function applied(stored: Fields, { $set, $unset }: ChangedFields): Fields {
  const next = plain(stored);
  const holderOf = (names: string[]) => names.reduce<Fields>((at, name) => at[name] as Fields, next);
  for (const [path, value] of Object.entries($set)) {
    const names = path.split('.');
    holderOf(names.slice(0, -1))[names.at(-1) ?? ''] = value;
  }
  for (const path of Object.keys($unset)) {
    const names = path.split('.');
    delete holderOf(names.slice(0, -1))[names.at(-1) ?? ''];
  }
  return next;
}

describe('what has changed in a record', () => {
  it('is named by its path: one application is one participant, its count, and its act', () => {
    const month = aBranchMonth();
    const participants = month.state.participants.with(1, { ...month.state.participants.at(1), application: 'applied' } as never);
    const counters = { ...month.counters, applied: 1 };
    const after = { ...month, version: 2, counters, actIds: ['one'], state: { ...month.state, participants } };
    expect(changedFields(month, after)).toEqual({
      $set: { version: 2, 'counters.applied': 1, actIds: ['one'], 'state.participants.1.application': 'applied' },
      $unset: {},
    });
  });

  it.each<[string, Fields, Fields, ChangedFields]>([
    ['nothing', { a: 1 }, { a: 1 }, { $set: {}, $unset: {} }],
    ['a field that is gone, in its place', { a: { b: 1, c: 2 } }, { a: { b: undefined, c: 2 } }, { $set: {}, $unset: { 'a.b': 1 } }],
    ['a field that was never there', { a: undefined }, {}, { $set: {}, $unset: {} }],
    ['a field that has come', {}, { a: { b: undefined } }, { $set: { a: {} }, $unset: {} }],
    ['a list that has grown, whole', { a: [{ n: 1 }] }, { a: [{ n: 1 }, { n: 2 }] }, { $set: { a: [{ n: 1 }, { n: 2 }] }, $unset: {} }],
    ['a record with a name that every object answers to, whole', { a: { constructor: 1 } }, { a: {} }, { $set: { a: {} }, $unset: {} }],
    ['an entry of a list', { a: [1, 2] }, { a: [1, 3] }, { $set: { 'a.1': 3 }, $unset: {} }],
    ['a list in place of a record', { a: { 0: 1 } }, { a: [2] }, { $set: { a: [2] }, $unset: {} }],
    ['a record in place of nothing', { a: null }, { a: { b: 1 } }, { $set: { a: { b: 1 } }, $unset: {} }],
    ['a record whose names are no path, whole', { a: { 'x.y': 1 } }, { a: { 'x.y': 2 } }, { $set: { a: { 'x.y': 2 } }, $unset: {} }],
    [
      'what lies deeper than five, from there on',
      { a: { b: { c: { d: { e: { f: 1 } } } } } },
      { a: { b: { c: { d: { e: { f: 2 } } } } } },
      { $set: { 'a.b.c.d.e': { f: 2 } }, $unset: {} },
    ],
  ])('is %s', (_what, before, after, changes) => {
    expect(changedFields(before, after)).toEqual(changes);
  });

  it('makes the record after it of the one before, whatever they are', () => {
    const name = fc.constantFrom('a', 'b', '0', 'x.y', '$z', 'toString');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(undefined, null, 0, 1, 'x'),
        fc.array(
          tie('value').map((one) => one ?? null),
          { maxLength: 3 },
        ),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 });
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(applied(before, changedFields(before, after))).toEqual(plain(after));
      }),
    );
  });
});
