import { z } from 'zod';
import type { Month } from './decide.ts';
import { insist, type World } from './world.ts';

/** The county department opens a branch's month; idempotent. */
export async function openMonth(world: World, month: Month): Promise<void> {
  const request = { method: 'post', path: '/branch-months', body: month, response: z.unknown(), actingFor: 'p-chenghe-01' } as const;
  await insist(world, world.scoring, request);
}
