import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { calledRules, productionIn } from './called-rules.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const pages = join(root, 'docs/regulation');
const domain = join(root, 'packages/domain/src');
const callers = [
  ...['member', 'scoring', 'notification', 'console', 'console/web'].map((service) => `services/${service}/src`),
  ...['command-line', 'contracts', 'wording', 'service-kit'].map((room) => `packages/${room}/src`),
  'workflows/src',
];
const read = (path: string): string => readFileSync(path, 'utf8');
const page = (name: string): string => read(join(pages, name));

type Link = { text: string; target: string };
const linksOf = (markdown: string): Link[] =>
  [...markdown.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text = '', target = '']) => ({ text, target: join(pages, target) }));
const all = ['README.md', 'reading.md', 'glossary.md'].flatMap((name) => linksOf(page(name)));

const exports = (file: string, name: string): boolean => new RegExp(`export (function|const|type) ${name}\\b`).test(read(file));
const rulesIn = (source: string): string[] =>
  [...source.matchAll(/^(.*)\nexport (?:function (\w+)|const (\w+) = (?:\(|<))/gm)].map(([, before = '', one, other]) =>
    /^\/\*\* \S.*\*\/$|^ \*\/$/.test(before) ? '' : (one ?? other ?? ''),
  );

describe('the map of the regulation', () => {
  it('leads to files that exist', () => {
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((link) => !existsSync(link.target))).toEqual([]);
  });

  it('names functions that their files export', () => {
    const named = all.filter((link) => link.text.startsWith('`'));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((link) => !exports(link.target, link.text.replaceAll('`', '')))).toEqual([]);
  });

  it('names no function that production code never calls, and nothing as missing that it calls', () => {
    const called = calledRules(productionIn(root, ['packages/domain/src']), productionIn(root, callers));
    const functionsOf = (part = '') =>
      linksOf(part)
        .filter(({ text }) => text.startsWith('`'))
        .map(({ text, target }) => `${target}#${text.replaceAll('`', '')}`);
    const [map, missing] = page('README.md').split('## Not yet in the code');
    expect(functionsOf(map).filter((one) => !called.has(one))).toEqual([]);
    expect(functionsOf(missing).filter((one) => called.has(one))).toEqual([]);
  });

  it.each(['1', '2-1', '2-2', '2-3', '2-4', '3'])('has a rule, a function and a test for clause %s', (clause) => {
    const rows = page('README.md')
      .split('\n')
      .filter((row) => row.startsWith(`| ${clause} `) && row.includes('.test.ts'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.includes('`]('))).toEqual([]);
  });

  it.each(Array.from({ length: 26 }, (_, index) => `A${index + 1}`))('%s has a reading', (reading) => {
    expect(page('reading.md')).toContain(`| ${reading} |`);
  });

  it.each(Array.from({ length: 15 }, (_, index) => `S-${index + 1}`))(
    '%s is told by the test that is linked, or is not yet in the code',
    (name) => {
      const row =
        page('reading.md')
          .split('\n')
          .find((line) => line.startsWith(`| ${name} |`)) ?? '';
      const [link] = linksOf(row);
      if (!link) return expect(row).toMatch(/\| not yet in the code \|$/);
      expect(read(link.target)).toMatch(new RegExp(`\\b${name}\\b`));
    },
  );
});

describe('the words of the regulation', () => {
  it('have one English word each', () => {
    const terms = page('glossary.md')
      .split('\n')
      .filter((row) => /^\| [^|-]+ \| [a-z]/.test(row))
      .map((row) => row.split('|')[2]?.trim());
    expect(terms.length).toBeGreaterThan(40);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });
});

describe('the rules in packages/domain', () => {
  const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/\.(test|builders)\.ts$/.test(name),
  );

  it.each(sources)('%s says in a line what every rule it exports is', (name) => {
    expect(rulesIn(read(join(domain, name))).filter((rule) => rule !== '')).toEqual([]);
  });

  it.each(sources)('%s cites only clauses and readings that there are', (name) => {
    const cited = [...read(join(domain, name)).matchAll(/\b(?:Regulation|Readings?) ((?:[\dA][\d-]*(?: [①-⑪])?(?:, | and )?)+)/g)];
    const one = cited.flatMap(([, list = '']) => list.split(/, | and /).filter((clause) => clause !== ''));
    expect(one.filter((clause) => !/^(1|2-[1-4]( [①-⑪])?|3|A([1-9]|1\d|2[0-6]))$/.test(clause))).toEqual([]);
  });

  it.each(sources)('%s imports nothing from outside', (name) => {
    const imported = [...read(join(domain, name)).matchAll(/from '([^']+)'/g)].map(([, from = '']) => from);
    expect(imported.filter((from) => !from.startsWith('.'))).toEqual([]);
  });
});
