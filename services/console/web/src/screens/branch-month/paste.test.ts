import { describe, expect, it } from '@jest/globals';
import { blockOf, fillingsOf, isBlock, isGood, readPasted } from './paste.ts';

const rows = ['柯远山', '苏禾', '林麦', '林麦'].map((name, index) => ({ key: `m${index + 1}`, name, task: '6', note: '' }));
const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
const read = (text: string, of: Partial<Parameters<typeof readPasted>[1]> = {}) =>
  readPasted(blockOf(text), { rows, row: first, column: 'task', ceiling: 600, ...of });
const saidOf = (text: string, of: Parameters<typeof read>[1] = {}) =>
  read(text, of).lines.map(({ called, nowhere, cells: { task, note } }) => [
    called,
    nowhere ?? task?.wrong ?? note?.wrong ?? '',
    task?.pasted,
    note?.pasted,
  ]);

describe('what a sheet of cells puts on the clipboard', () => {
  it.each([
    ['one value', '5.5', [['5.5']]],
    ['a column, with the line break that ends it', '5\r\n4\r\n', [['5'], ['4']]],
    [
      'rows and columns',
      '5\t缺记录\n4\t',
      [
        ['5', '缺记录'],
        ['4', ''],
      ],
    ],
    ['an empty row between, none at the end', '5\n\n4\n\t\n', [['5'], [''], ['4']]],
    ['a text in quotes with a line break', '5\t"缺记录\n""三次"""\n4', [['5', '缺记录 "三次"'], ['4']]],
    ['quotes that somebody typed', '"缺席"\n他说"好"', [['"缺席"'], ['他说"好"']]],
    ['nothing', '\r\n', []],
  ])('is read: %s', (_what, text, block) => expect(blockOf(text)).toEqual(block));

  it.each([
    ['5.5', false],
    ['5.5\r\n', false],
    ['5\n4', true],
    ['5\t缺记录', true],
  ])('%j is a block: %s', (text, expected) => expect(isBlock(blockOf(text))).toBe(expected));
});

describe('a pasted block', () => {
  it.each([
    [
      'a column goes downwards',
      '5\n４．５',
      {},
      [
        ['柯远山', '', '5', undefined],
        ['苏禾', '', '４．５', undefined],
      ],
    ],
    [
      'the second column is the note',
      '5\t缺记录\n4\t迟交',
      {},
      [
        ['柯远山', '', '5', '缺记录'],
        ['苏禾', '', '4', '迟交'],
      ],
    ],
    ['it begins at the cell with the focus', '5', { row: second }, [['苏禾', '', '5', undefined]]],
    [
      'from a note it is notes',
      '缺记录\n迟交',
      { column: 'note' as const },
      [
        ['柯远山', '', undefined, '缺记录'],
        ['苏禾', '', undefined, '迟交'],
      ],
    ],
    [
      'an empty cell changes nothing',
      '5\n\n4',
      {},
      [
        ['柯远山', '', '5', undefined],
        ['林麦', '', '4', undefined],
      ],
    ],
    [
      'what cannot be read stays as it is',
      '2,5\n五分',
      {},
      [
        ['柯远山', '请填数字，最多两位小数', '2,5', undefined],
        ['苏禾', '请填数字，最多两位小数', '五分', undefined],
      ],
    ],
    [
      'on the ceiling and beyond it',
      '6\n6.01',
      {},
      [
        ['柯远山', '', '6', undefined],
        ['苏禾', '不能超过6分', '6.01', undefined],
      ],
    ],
    [
      'more lines than rows',
      '5\n4',
      { row: rows[3] as typeof first },
      [
        ['林麦', '', '5', undefined],
        ['', '下面没有人了', undefined, undefined],
      ],
    ],
    [
      'names find their rows in any order',
      '苏　禾\t5\n柯远山\t4\t缺记录',
      {},
      [
        ['苏禾', '', '5', undefined],
        ['柯远山', '', '4', '缺记录'],
      ],
    ],
    [
      'a name that is not in the list',
      '苏禾\t5\n周远\t4',
      {},
      [
        ['苏禾', '', '5', undefined],
        ['周远', '名单里没有这个人', undefined, undefined],
      ],
    ],
    [
      'a name that is pasted twice',
      '苏禾\t5\n苏禾\t4',
      {},
      [
        ['苏禾', '粘贴的内容里有两行', undefined, undefined],
        ['苏禾', '粘贴的内容里有两行', undefined, undefined],
      ],
    ],
    [
      'a name that two people bear',
      '苏禾\t5\n林麦\t4',
      {},
      [
        ['苏禾', '', '5', undefined],
        ['林麦', '名单里有同名的人，请手工填写', undefined, undefined],
      ],
    ],
  ])('%s', (_what, text, of, expected) => expect(saidOf(text, of)).toEqual(expected));

  it('says how many columns go nowhere', () => {
    expect(
      [read('5\t缺记录\t2026\t'), read('苏禾\t5\t缺记录'), read('5\t缺记录', { column: 'note' })].map((one) => one.extraColumns),
    ).toEqual([1, 0, 1]);
  });

  it('fills in what is good, and what cannot be read as it was typed', () => {
    const { lines } = read('柯远山\t5\t缺记录\n苏禾\t五分\n周远\t4');
    expect(lines.map(isGood)).toEqual([true, false, false]);
    expect(fillingsOf(lines)).toEqual([
      { key: 'm1', column: 'task', value: '5' },
      { key: 'm1', column: 'note', value: '缺记录' },
      { key: 'm2', column: 'task', value: '五分' },
    ]);
    expect(lines[2]?.text).toBe('4');
  });
});
