import { describe, expect, it } from '@jest/globals';
import { accountTable } from './seeding.mjs';

describe('table of the demo accounts', () => {
  it('stands in columns, a Chinese character being two wide', () => {
    const table = accountTable([
      { post: '支部书记', name: '甲', signInName: 'a1', password: 'p1' },
      { post: '党员', name: '乙丙', signInName: 'b22', password: 'p2' },
    ]);
    expect(table).toBe('  支部书记  甲    a1   p1\n  党员      乙丙  b22  p2');
  });
});
