import { businessTime, clock as clockShape } from '@jifen/contracts';
import { insist, type World } from './world.ts';

export async function businessNow(world: World): Promise<number> {
  const reading = await insist(world, world.member, { method: 'get', path: '/clock', response: clockShape });
  return Math.floor(businessTime(reading, Date.now()));
}

/** Time only moves forward; an instant that has passed changes nothing. */
export async function advanceTo(world: World, to: number): Promise<void> {
  if ((await businessNow(world)) >= to) return;
  const request = { method: 'post', path: '/clock/advance', body: { to }, response: clockShape, actingFor: 'p-chenghe-01' } as const;
  await insist(world, world.member, { ...request, repeatable: true });
}
