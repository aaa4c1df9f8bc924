import { describe, expect, it } from '@jest/globals';
import { emptyEntry, entriesOf, entryDrafts, sumOfDrafts } from './entry-draft.ts';

const commended = { item: 'commendation', amount: 150, basis: '受到镇级通报表扬', evidence: '澄通报〔2026〕7号' };

describe('entries while they are typed', () => {
  it('come back as they were recorded', () => {
    const bare = { item: 'absence', amount: 50 };
    expect(entriesOf(entryDrafts([commended, bare]))).toEqual([commended, bare]);
  });

  it('keep what an entry is for apart from what proves it', () => {
    const typed = { item: 'commendation', amount: '1.5', basis: '', evidence: ' 澄通报〔2026〕7号 ' };
    expect(entriesOf([typed])).toEqual([{ item: 'commendation', amount: 150, evidence: '澄通报〔2026〕7号' }]);
    expect(entriesOf([{ ...typed, basis: '受到表扬', evidence: '  ' }])).toEqual([
      { item: 'commendation', amount: 150, basis: '受到表扬' },
    ]);
    expect(entriesOf([{ ...typed, basis: '受到表扬', evidence: '\u200b\u3164' }])).toEqual([
      { item: 'commendation', amount: 150, basis: '受到表扬' },
    ]);
  });

  it('are read as people type them', () => {
    expect(entriesOf([{ item: 'absence', amount: '０．５', basis: '', evidence: '' }])).toEqual([{ item: 'absence', amount: 50 }]);
  });

  it('come to a sum, of which what cannot be read yet is no part', () =>
    expect(
      sumOfDrafts([{ ...emptyEntry, amount: '１．５' }, undefined, { ...emptyEntry, amount: '五' }, { ...emptyEntry, amount: '2' }]),
    ).toBe(350));
});
