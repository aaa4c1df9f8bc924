import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const here = import.meta.dirname;
const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const withoutComments = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));

describe('the web client', () => {
  it('has files to look at', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  it('says nothing that is not in the wording package, not even a comma', () => {
    const speaking = sources.flatMap((name) =>
      withoutComments(readFileSync(join(here, name), 'utf8'))
        .split('\n')
        .filter((line) => chinese.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(speaking).toEqual([]);
  });

  it('computes no score: it imports nothing of the regulation', () => {
    const importing = sources.filter((name) => /from '@jifen\/(domain|service-kit)'/.test(readFileSync(join(here, name), 'utf8')));
    expect(importing).toEqual([]);
  });
});
