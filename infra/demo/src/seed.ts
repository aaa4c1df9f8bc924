import { calendarYear } from '@jifen/contracts';
import type { LocalDate } from '@jifen/domain';
import { baseVariables, createHttpClient, createServiceTokens, loadConfig, optionalVariables } from '@jifen/service-kit';
import { z } from 'zod';
import { agendaOf } from './agenda.ts';
import { issueDemoAccounts } from './demo-accounts.ts';
import { demoCounty } from './demo-county.ts';
import { fillInCounty } from './fill-in-county.ts';
import { peopleOf } from './people.ts';
import { planYear } from './plans.ts';
import { play } from './play.ts';
import { insist, type World } from './world.ts';

const config = loadConfig(
  z.object({
    MEMBER_URL: optionalVariables.MEMBER_URL,
    SCORING_URL: optionalVariables.SCORING_URL,
    SERVICE_NAME: baseVariables.SERVICE_NAME,
    SERVICE_SECRET_FILE: baseVariables.SERVICE_SECRET_FILE,
  }),
);
const tokens = createServiceTokens({ memberUrl: config.MEMBER_URL, service: config.SERVICE_NAME, secret: config.SERVICE_SECRET_FILE });
const world: World = {
  member: createHttpClient({ baseUrl: config.MEMBER_URL, tokens, timeoutMs: 20_000 }),
  scoring: createHttpClient({ baseUrl: config.SCORING_URL, tokens, timeoutMs: 20_000 }),
  say: (progress) => console.error(progress),
  pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
};

const people = peopleOf(demoCounty);
world.say(`The demo county: ${people.length} people`);
await fillInCounty(world, demoCounty, people);
const year = await insist(world, world.member, { method: 'get', path: `/calendar/${planYear}`, response: calendarYear });
const calendar = { holidays: year.holidays as LocalDate[], makeUpDays: year.makeUpDays as LocalDate[] };
await play(world, agendaOf(people, calendar));
const accounts = await issueDemoAccounts(world, people);
process.stdout.write(`${JSON.stringify({ accounts })}\n`);
