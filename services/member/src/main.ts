import { callerMayAnywhere } from '@jifen/domain';
import { createClock, loadConfig, startService } from '@jifen/service-kit';
import { argon2Passwords } from './accounts/password.ts';
import { assemble } from './assembly.ts';
import { checkCalendar } from './calendar/county-calendar.ts';
import { seedCalendar } from './calendar/published-holidays.ts';
import { ensureClock, firstClock } from './clock/county-clock.ts';
import { memberConfig } from './config.ts';
import { memberRoutes } from './routes.ts';
import { ensureStoreIndexes, eventCollections, mongoStores } from './stores.ts';

const config = loadConfig(memberConfig);
const { SCORING_URL, BLIND_INDEX_KEY_FILE } = config;

await startService({
  config,
  title: 'Jifen member',
  mayAnywhere: callerMayAnywhere,
  packageUrl: new URL('../package.json', import.meta.url),
  urls: { SCORING_URL },
  secrets: { BLIND_INDEX_KEY_FILE },
  eventCollections,
  async build(ground) {
    const stores = mongoStores(ground.connection);
    await ensureStoreIndexes(stores);
    await seedCalendar(stores.calendars);
    const first = firstClock(config.JIFEN_PROFILE, { realNow: Date.now(), demoStart: config.DEMO_CLOCK_START });
    const clock = await createClock({ fetchClock: () => ensureClock(stores.clocks, first) });
    const decoyHash = await argon2Passwords.hash(argon2Passwords.generate());
    const { deps, cards, relays } = assemble({ ...ground, config, stores, clock, decoyHash });
    return {
      clock,
      checks: [
        { name: 'store', check: () => stores.clocks.byIds(['county']) },
        { name: 'calendar', check: () => checkCalendar(stores.calendars, deps.settings, clock.now()), onlyDegrades: true },
      ],
      parts: [
        ...relays.map((relay, n) => ({ name: `relay ${eventCollections[n]}`, start: relay.start, stop: relay.stop })),
        { name: 'cards', start: cards.start, stop: cards.stop },
      ],
      routes: memberRoutes(deps),
    };
  },
});
