import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jifen } from './jifen.ts';

const library = join(import.meta.dirname, '../../domain/schemes/source-village-community');
const village = join(library, 'scheme.json');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jifen-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

type Facts = { year: number; member: Record<string, unknown> };
const [example] = JSON.parse(readFileSync(join(library, 'examples.json'), 'utf8')) as { facts: Facts }[];
/** 88 points: 无 deductions but 3, of them one at −2. */
const factsOf = (id: string, own: object = {}) => ({ ...example?.facts, member: { ...example?.facts.member, id }, ...own });
/** −2 becomes −5: 85 points. */
const harsher = () => file('harsher.json', readFileSync(village, 'utf8').replace('"usual": "-2"', '"usual": "-5"'));
const run = (...words: string[]) => {
  const { exitCode, output, errors } = jifen(['scheme', 'what-if', ...words]);
  const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll(`${folder}/`, ''));
  return { exitCode, output: plain(output), errors: plain(errors) };
};

describe('scheme what-if', () => {
  it('shows for many members how totals and grades would be distributed, and who is affected most', () => {
    const [one, several] = [file('one.json', factsOf('m3')), file('several.json', [factsOf('m1'), factsOf('m2', { entries: [] })])];
    expect(run(village, harsher(), one, several)).toEqual({
      exitCode: 0,
      output: [
        '共3人：提高0人，降低2人，不变1人',
        '20分以上、不满30分：1人 → 1人',
        '80分以上、不满90分：2人 → 2人',
        '合格：2人 → 2人',
        '不合格：1人 → 1人',
        '格次合格 → 合格：2人',
        '格次不合格 → 不合格：1人',
        'm1：88 → 85（变化-3）',
        'm3：88 → 85（变化-3）',
      ],
      errors: [],
    });
  });

  it('gives the whole tally with --json, the same whatever the order of files', () => {
    const [a, b] = [file('a.json', factsOf('m1')), file('b.json', factsOf('m2'))];
    const one = run(village, harsher(), a, b, '--json');
    expect(one.output).toEqual(run(village, harsher(), b, a, '--json').output);
    expect(JSON.parse(one.output.join(''))).toMatchObject({ members: 2, higher: 0, lower: 2, same: 0 });
  });

  it('ends with 1 where the new scheme brings conflicts that the old one has not', () => {
    const gap = file('gap.json', readFileSync(village, 'utf8').replace('[80,90)', '[80,85)'));
    const { exitCode, output } = run(village, gap, file('a.json', factsOf('m1')));
    expect([exitCode, output.find((line) => line.startsWith('年度积分'))]).toEqual([1, '年度积分：得分没有对应的格次：0人 → 1人']);
    expect(run(gap, village, file('a.json', factsOf('m1'))).exitCode).toBe(0);
  });

  it('counts nothing where one of the facts is wrong: each is named with its place', () => {
    const [well, wrong] = [file('a.json', factsOf('m1')), file('wrong.json', [factsOf('m2'), factsOf('m3', { until: '2025-01' })])];
    expect(run(village, harsher(), well, wrong)).toEqual({
      exitCode: 2,
      output: [],
      errors: ['wrong.json#2 /until：“2025-01”不在这个考核年度内。'],
    });
    expect(run(village, harsher(), file('bad.json', [factsOf('m2'), { format: 'jifen-facts/1' }])).errors[0]).toBe(
      'bad.json /1/year：缺少必填内容。',
    );
  });

  it('takes a member once', () => {
    const [a, b] = [file('a.json', factsOf('m1')), file('b.json', factsOf('m1'))];
    expect(run(village, harsher(), a, b)).toEqual({ exitCode: 2, output: [], errors: ['b.json：m1的记录给了两份。'] });
  });

  it.each([[['one']], [['one', 'two']], [['one', 'two', '-']], [['one', 'two', 'three', '--explain']]])('%j is no use of it', (words) => {
    const { exitCode, errors } = run(...words);
    expect([exitCode, errors[0]?.startsWith('用法')]).toEqual([2, true]);
  });
});
