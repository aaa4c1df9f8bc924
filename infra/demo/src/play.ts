import { type AgendaItem, stands } from './agenda.ts';
import { advanceTo, businessNow } from './clock.ts';
import { inParallel, type World } from './world.ts';

/** Everything before the county's clock was done in an earlier run: time is moved only when all earlier steps are done. */
export async function play(world: World, agenda: readonly AgendaItem[]): Promise<void> {
  const now = await businessNow(world);
  const ahead = agenda.filter(({ at }) => at >= now);
  for (const at of new Set(ahead.map((item) => item.at))) {
    const items = ahead.filter((item) => item.at === at);
    await advanceTo(world, at);
    world.say(`${minuteOf(at)}  ${[...new Set(items.map(({ what }) => what))].join(', ')}`);
    await inParallel(items, 4, (item) => item.run(world));
  }
  await advanceTo(world, stands);
}

const minuteOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
