import { describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '@jifen/service-kit';
import { eventually } from '@jifen/test-kit';
import { october } from '../decisions/october.builders.ts';
import { createReconciler } from './reconciler.ts';

type Line = { level: string; about: unknown };

/** A logger that keeps what it is told. */
function listening(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const note = (level: string) => (about: unknown) => void lines.push({ level, about });
  const logger = Object.assign(createLogger('test', 'silent'), { warn: note('warn'), error: note('error'), info: note('info') });
  return { logger, lines };
}

describe('looking for missing processes in the background', () => {
  it('begins at once, says what was missing, and is silent where nothing is', async () => {
    const world = await october();
    const { logger, lines } = listening();
    let looked = 0;
    const { missing } = world.processes;
    world.processes.missing = async (ids) => {
      looked += 1;
      return missing(ids);
    };
    const reconciler = createReconciler(world.deps, { logger, intervalMs: 1 });
    reconciler.start();
    await eventually(() => expect(looked).toBeGreaterThan(3));
    await reconciler.stop();
    expect(lines).toEqual([{ level: 'warn', about: { started: ['branch-month/dongwan/2026-10'] } }]);
  });

  it('goes on looking while Temporal is away or knows no namespace yet', async () => {
    const world = await october();
    const { logger, lines } = listening();
    world.processes.mood = 'unreachable';
    const reconciler = createReconciler(world.deps, { logger, intervalMs: 1 });
    reconciler.start();
    await eventually(() => expect(lines.some(({ level }) => level === 'error')).toBe(true));
    world.processes.mood = 'applies';
    await eventually(() => expect(world.processes.started).toHaveLength(1));
    await reconciler.stop();
  });
});
