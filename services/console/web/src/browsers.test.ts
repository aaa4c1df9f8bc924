import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const here = import.meta.dirname;
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));

/** What the language has gained since is brought by the build; of the page's own interfaces nobody brings these. After the first browser that has each. */
const tooNew = {
  'randomUUID(': 'Chrome 92, and never on a page without TLS',
  'AbortSignal.timeout(': 'Chrome 103',
  'AbortSignal.any(': 'Chrome 116',
  '.showPicker(': 'Chrome 99',
  '.checkVisibility(': 'Chrome 105',
  '.togglePopover(': 'Chrome 114',
  'navigator.userAgentData': 'Chrome 90, and no Firefox',
  'requestIdleCallback(': 'no Safari',
  ':has(': 'Chrome 105',
  '@container': 'Chrome 105',
  'color-mix(': 'Chrome 111',
  dvh: 'Chrome 108',
} as const;

describe('the browsers of township offices (Chrome 88 and its like)', () => {
  const texts = [...sources, 'styles.css', 'print.css'].map((name) => [name, readFileSync(join(here, name), 'utf8')] as const);

  it.each(Object.keys(tooNew))('have no %s, and no file uses it', (use) => {
    expect(texts.filter(([, text]) => text.includes(use)).map(([name]) => name)).toEqual([]);
  });

  it('are the ones that the build is made for', () => {
    const browsers: unknown = JSON.parse(readFileSync(join(here, '../browsers.json'), 'utf8'));
    expect(browsers).toEqual(['chrome >= 88', 'edge >= 88', 'firefox >= 115', 'safari >= 16.4']);
    expect(readFileSync(join(here, '../vite.config.ts'), 'utf8')).toContain('modernTargets: browsers, modernPolyfills: true');
  });

  it('are told so where the page does not open, by the page itself', () => {
    expect(readFileSync(join(here, '../index.html'), 'utf8')).toContain('请换用 Chrome 88、Edge 88、Firefox 115、Safari 16.4 以上的浏览器');
  });
});
