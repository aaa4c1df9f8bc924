import { calendarYear } from '@jifen/contracts';
import type { LocalDate } from '@jifen/domain';
import { baseVariables, createHttpClient, createServiceTokens, loadConfig, url } from '@jifen/service-kit';
import { z } from 'zod';
import { agendaOf } from './agenda.ts';
import { issueDemoAccounts } from './demo-accounts.ts';
import { branches, demoCounty } from './demo-county.ts';
import { fillInCounty } from './fill-in-county.ts';
import { peopleOf } from './people.ts';
import { planYear } from './plans.ts';
import { play } from './play.ts';
import { wholeBranches, wholeCounty } from './whole-county.ts';
import { insist, type World } from './world.ts';

const config = loadConfig(
  z.object({
    MEMBER_URL: url,
    SCORING_URL: url,
    SERVICE_NAME: baseVariables.SERVICE_NAME,
    SERVICE_SECRET_FILE: baseVariables.SERVICE_SECRET_FILE,
    /** `told`: only the branches that the tests use, without their months from paper. */
    DEMO_COUNTY: z.enum(['whole', 'told']).default('whole'),
  }),
);
const tokens = createServiceTokens({ memberUrl: config.MEMBER_URL, service: config.SERVICE_NAME, secret: config.SERVICE_SECRET_FILE });
const world: World = {
  member: createHttpClient({ baseUrl: config.MEMBER_URL, tokens, timeoutMs: 20_000 }),
  scoring: createHttpClient({ baseUrl: config.SCORING_URL, tokens, timeoutMs: 20_000 }),
  say: (progress) => console.error(progress),
  pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
};

const whole = config.DEMO_COUNTY === 'whole';
const county = whole ? wholeCounty : demoCounty;
const people = peopleOf(county);
world.say(`The demo county: ${people.length} people`);
await fillInCounty(world, county, people);
const year = await insist(world, world.member, { method: 'get', path: `/calendar/${planYear}`, response: calendarYear });
const calendar = { holidays: year.holidays as LocalDate[], makeUpDays: year.makeUpDays as LocalDate[] };
await play(world, agendaOf({ branches: whole ? wholeBranches : branches, people, calendar, paper: whole }));
const accounts = await issueDemoAccounts(world, people);
process.stdout.write(`${JSON.stringify({ accounts })}\n`);
