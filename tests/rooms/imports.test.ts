import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const house = resolve(import.meta.dirname, '../..');
const probes = 'tests/rooms/probes';

type Violation = { from: string; rule: { name: string } };
type Report = { summary: { violations: Violation[] } };

const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(join(house, '.dependency-cruiser.cjs'));
const ruleNames = config.forbidden.map(({ name }) => name);

/** The rules that fire in each probe's folder. */
function fired(): Map<string, Set<string>> {
  const cruiser = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout } = spawnSync(process.execPath, [cruiser, probes, '--output-type', 'json'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report: Report = JSON.parse(stdout);
  const rules = new Map<string, Set<string>>();
  for (const { from, rule } of report.summary.violations) {
    const probe = from.slice(probes.length + 1).split('/')[0] ?? '';
    rules.set(probe, (rules.get(probe) ?? new Set()).add(rule.name));
  }
  return rules;
}

describe('the import matrix', () => {
  const found = fired();

  it('has a probe for each rule', () => {
    expect(readdirSync(join(house, probes)).toSorted()).toEqual(ruleNames.toSorted());
  });

  it.each(ruleNames)('%s: its probe breaks this rule, and no other', (name) => {
    expect([...(found.get(name) ?? [])]).toEqual([name]);
  });
});
