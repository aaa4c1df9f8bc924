import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { sourceBundle } from '../../workflows/src/test-support/time-skipping.ts';

jest.setTimeout(60_000);
const folder = fileURLToPath(new URL('./histories', import.meta.url));
const recorded = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('a change of the workflows', () => {
  let workflowBundle: WorkflowBundleOption;
  beforeAll(async () => {
    workflowBundle = await sourceBundle();
  }, 120_000);

  it.each(recorded)('can go on with the process of %s', async (name) => {
    const history: unknown = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    await expect(Worker.runReplayHistory({ workflowBundle }, history)).resolves.toBeUndefined();
  });

  it('is tried on every kind of month', () => {
    const kinds = new Set(recorded.map((name) => name.split('.')[0]));
    expect([...kinds].sort()).toEqual(['calendar-change', 'county', 'late', 'left', 'objection', 'returned', 'told', 'usual']);
  });
});
