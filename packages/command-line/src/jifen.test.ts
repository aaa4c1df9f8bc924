import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseFacts, parseScheme } from '@jifen/contracts/schemes';
import { evaluate, prepareScheme } from '@jifen/domain';
import { jifen } from './jifen.ts';

const library = join(import.meta.dirname, '../../domain/schemes');
const village = join(library, 'source-village-community/scheme.json');
const quarters = join(library, 'mean-of-quarters/scheme.json');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jifen-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of that text; returns its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const json = (name: string, value: unknown): string => file(name, JSON.stringify(value));
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));
const exampleFacts = (scheme: string, index = 0): Record<string, unknown> => {
  const examples: { facts: Record<string, unknown> }[] = JSON.parse(readFileSync(join(library, scheme, 'examples.json'), 'utf8'));
  return examples[index]?.facts ?? {};
};
const refusal = (...words: string[]) => {
  const { exitCode, output, errors } = jifen(['scheme', ...words]);
  expect([exitCode, output]).toEqual([2, []]);
  return errors.map((line) => line.replaceAll(`${folder}/`, ''));
};

describe('scheme evaluate', () => {
  it('prints total and grade, and why', () => {
    const facts = json('facts.json', exampleFacts('source-village-community'));
    const { exitCode, output } = jifen(['scheme', 'evaluate', village, facts, '--explain']);
    expect(exitCode).toBe(0);
    expect(output.slice(0, 3)).toEqual(['合计：88', '格次：合格（由积分对应）', '建议（由组织研究决定）：推荐参加县级评先树优']);
    expect(output).toContain('    任务分 67 = 十二个月之和〔依据2-1〕（上限70）');
  });

  it('says which record of one deed does not count', () => {
    const facts = json('deed.json', exampleFacts('flood-season-and-carried-surplus'));
    const { output } = jifen(['scheme', 'evaluate', join(library, 'flood-season-and-carried-surplus/scheme.json'), facts]);
    expect(output).toEqual([
      '合计：24',
      '格次：不合格（由积分对应）',
      '建议（由组织研究决定）：连续三个月不足2分，谈心谈话',
      '未计入：记录e5（同一事迹已按记录e6计）',
    ]);
  });

  it('prints with --json exactly what the engine answers', () => {
    const facts = exampleFacts('source-village-community');
    const answer = jifen(['scheme', 'evaluate', village, json('facts.json', facts), '--json']);
    const scheme = parseScheme(read(village));
    const known = parseFacts(facts);
    if (!scheme.ok || !known.ok) throw new Error('the library cannot be read');
    const ready = prepareScheme(scheme.value);
    const result = ready.ok ? evaluate(ready.value, known.value) : ready;
    expect(result.ok && answer.output.join('\n')).toBe(JSON.stringify(result.ok && result.value, null, 2));
  });

  it('ends with 1 where people have to settle something', () => {
    const gap = json('gap.json', exampleFacts('mean-of-quarters', 7));
    const { exitCode, output } = jifen(['scheme', 'evaluate', quarters, gap]);
    expect([exitCode, output]).toEqual([
      1,
      ['合计：59.25', '格次：无（数据不完整或有待商定，暂不定格次）', '待商定：年度积分的得分59.25没有对应的格次。'],
    ]);
  });
});

describe('scheme lint', () => {
  it('names the place, what is wrong, and a proposal; ends with 1', () => {
    const { exitCode, output } = jifen(['scheme', 'lint', quarters]);
    expect([exitCode, output.map((line) => line.replace(quarters, 'F'))]).toEqual([
      1,
      [
        'F /grading/tables/0/bands/1/in：错误 得分在(89,90)的，没有对应的档。 建议：把这一档改为[80,90)。',
        'F /grading/tables/0/bands/2/in：错误 得分在(79,80)的，没有对应的档。 建议：把这一档改为[60,80)。',
        'F /grading/tables/0/bands/3/in：错误 得分在(59,60)的，没有对应的档。 建议：把这一档改为(,60)。',
        '有必须改正的错误，改正以前不得采用。',
      ],
    ]);
  });

  it('has nothing to say about a scheme that is in order; ends with 0', () => {
    const score = { kind: 'item', id: 'a', title: '甲', measure: { kind: 'count' } };
    const fine = json('fine.json', {
      format: 'jifen-scheme/1',
      id: 'fine',
      version: 1,
      title: '例',
      places: 2,
      year: { startsInMonth: 1 },
      score,
    });
    expect(jifen(['scheme', 'lint', fine])).toEqual({ exitCode: 0, output: ['没有发现问题。'], errors: [] });
  });
});

describe('scheme compare', () => {
  it('shows what a changed scheme would have made of the same year', () => {
    const scheme = JSON.stringify(read(village)).replace('"usual":"-2"', '"usual":"-5"');
    const facts = json('facts.json', exampleFacts('source-village-community'));
    const { exitCode, output } = jifen(['scheme', 'compare', village, file('new.json', scheme), facts]);
    expect([exitCode, output]).toEqual([
      0,
      [
        '合计：88 → 85',
        '格次：合格 → 合格',
        '全年 基础分：17 → 14',
        '全年 百分制积分：88 → 85',
        '全年 发表不当言论：-2 → -5',
        '全年 年度积分：88 → 85',
      ],
    ]);
    expect(jifen(['scheme', 'compare', village, village, facts]).output).toEqual(['两个办法算出的结果相同。']);
  });
});

describe('scheme schema', () => {
  it.each([
    [[], 'jifen-scheme/1'],
    [['facts'], 'jifen-facts/1'],
    [['refinement'], 'jifen-refinement/1'],
  ])('prints the format %p', (names, format) => {
    const { exitCode, output } = jifen(['scheme', 'schema', ...names]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output.join('\n'))).toMatchObject({ type: 'object', properties: { format: { const: format } } });
  });
});

describe('scheme refine', () => {
  const parent = {
    format: 'jifen-scheme/1',
    id: 'county',
    version: 2,
    title: '县里的办法',
    places: 2,
    year: { startsInMonth: 1 },
    score: { kind: 'sum', id: 'total', title: '合计', parts: [{ kind: 'item', id: 'a', title: '甲', measure: { kind: 'count' } }] },
    latitude: [{ kind: 'add-items', part: 'total', worth: '(0,2]', atMost: 1 }],
  };
  const refine = (worth: string) => {
    const changes = [{ kind: 'add-item', part: 'total', id: 'forest', title: '护林', worth }];
    const own = {
      format: 'jifen-refinement/1',
      id: 'village',
      version: 1,
      title: '村里的细则',
      parent: { id: 'county', version: 2 },
      changes,
    };
    return jifen(['scheme', 'refine', json('county.json', parent), json('village.json', own)]);
  };

  it('prints the refined scheme, or says where it goes beyond', () => {
    const refined = refine('1.5');
    expect(refined.exitCode).toBe(0);
    expect(JSON.parse(refined.output.join('\n'))).toMatchObject({
      id: 'village',
      title: '村里的细则',
      score: { parts: [{ id: 'a' }, { id: 'forest' }] },
    });
    const beyond = refine('3');
    expect([beyond.exitCode, beyond.output.map((line) => line.replaceAll(`${folder}/`, ''))]).toEqual([
      1,
      ['village.json /changes/0/worth：“3”不在允许的范围(0,2]内。'],
    ]);
  });
});

describe('input that cannot be used', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each([
    ['text.json', 'not json', 'text.json：不是合格的JSON文件。'],
    ['deep.json', nested(1000), 'deep.json：嵌套超过64层，不予读取。'],
    ['deeper.json', '['.repeat(200_000), 'deeper.json：嵌套超过64层，不予读取。'],
    ['twice.json', '{"a":[{"id":1},{"id":1,"id":2}]}', 'twice.json /a/1/id：“id”写了两次。'],
    ['escaped.json', '{"id":1,"\\u0069d":2}', 'escaped.json /id：“id”写了两次。'],
    ['list.json', '[]', 'list.json：写的是[]，类型不对。'],
  ])('%s is refused with its place', (name, text, sentence) => {
    expect(refusal('lint', file(name, text))).toEqual([sentence]);
  });

  it('a file of 50 MB is refused after its first 5 MB', () => {
    const large = file('large.json', `"${'x'.repeat(50 * 1024 * 1024)}"`);
    expect(refusal('lint', large)).toEqual(['large.json：文件超过5兆，不予读取。']);
  });

  it('a file that is not there, is a folder, or is not text is refused', () => {
    expect(refusal('lint', join(folder, 'none.json'))).toEqual(['none.json：文件无法读取，请检查路径。']);
    expect(refusal('lint', folder)[0]).toMatch(/文件无法读取/);
    writeFileSync(join(folder, 'bytes.json'), Buffer.from([0xff, 0xfe, 0x22]));
    expect(refusal('lint', join(folder, 'bytes.json'))).toEqual(['bytes.json：文件无法读取，请检查路径。']);
  });

  it.each([
    [{ score: { kind: 'script', id: 'a', title: '甲' } }, ['bad.json /score/kind：没有“script”这种写法。']],
    [
      { score: { kind: 'item', id: 'a', title: '甲', measure: { kind: 'count' }, weight: 1 } },
      ['bad.json /score：多了不认识的内容：weight。'],
    ],
    [
      { score: { kind: 'item', id: 'a', title: '甲', measure: { kind: 'fixed', value: 0.1 } } },
      ['bad.json /score/measure/value：没有“0.1”这种写法。'],
    ],
    [
      { score: { kind: 'item', id: 'a', title: '甲', measure: { kind: 'fixed', value: '1e9' } } },
      ['bad.json /score/measure/value：“1e9”不符合格式。'],
    ],
    [{ places: 9 }, ['bad.json /places：“9”不符合格式。', 'bad.json /score：缺少必填内容。']],
  ])('%j', (own, sentences) => {
    const scheme = { format: 'jifen-scheme/1', id: 'x', version: 1, title: '例', places: 2, year: { startsInMonth: 1 }, ...own };
    expect(refusal('lint', json('bad.json', scheme))).toEqual(sentences);
  });

  it('facts that the scheme does not understand are refused, each with its place', () => {
    const facts = {
      format: 'jifen-facts/1',
      year: 2026,
      member: { id: 'm', standing: 'full' },
      entries: [
        { id: 'e1', item: 'no-such-item', date: '2026-03-01' },
        { id: 'e2', item: 'study', date: '2025-03-01', value: '1' },
        { id: 'e2', item: 'study', date: '2026-02-30', value: '1.005' },
        { id: 'e3', item: 'study', date: '2026-03-01', quantity: 2 },
      ],
    };
    expect(refusal('evaluate', quarters, json('bad.json', facts))).toEqual([
      'bad.json /entries/0/item：没有编号为“no-such-item”、可以记录的计分项。',
      'bad.json /entries/1/date：“2025-03-01”不在这个考核年度内。',
      'bad.json /entries/2/id：编号“e2”用了两次，请改用不同的编号。',
      'bad.json /entries/2/date：“2026-02-30”不是日期，请写成2026-03-08这样的形式。',
      'bad.json /entries/2/value：“1.005”的小数超过2位。',
      'bad.json /entries/3/quantity：这一项不填次数，请核对单位。',
      'bad.json /entries/3：缺少数值。',
    ]);
  });

  it.each([
    [[]],
    [['scheme']],
    [['scheme', 'evaluate', 'a']],
    [['scheme', 'lint', 'a', '--loud']],
    [['scheme', 'evaluate', '-', '-']],
    [['member', 'lint']],
  ])('words %p are answered with the usage', (words) => {
    const { exitCode, output, errors } = jifen(words);
    expect([exitCode, [...output, ...errors].join('')]).toEqual([2, expect.stringMatching(/^用法/)]);
  });
});
