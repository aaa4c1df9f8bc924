import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillInCounty } from '../../infra/demo/src/fill-in-county.ts';
import { issueAccounts } from '../../infra/demo/src/issue-accounts.ts';
import { departmentOf, peopleOf } from '../../infra/demo/src/people.ts';
import { yearPlans } from '../../infra/demo/src/plans.ts';
import { required } from '../faults/environment.ts';
import { stackIn } from '../faults/stack.ts';
import { seedWorld } from '../whole/seed-world.ts';
import { compare } from './compare.ts';
import { peopleAt } from './console.ts';
import { expectedOf } from './expected.ts';
import { lookIntoRecord } from './found.ts';
import { play } from './play.ts';
import { readBack } from './read-back.ts';
import { simulatedCounty } from './simulated-county.ts';
import { countDifferences, type Summary, summaryOf, tableOf } from './summary.ts';
import { writeScript } from './write-script.ts';

const begun = performance.now();
const elapsed = () => (performance.now() - begun) / 1000;
const say = (line: string) => process.stderr.write(`[${elapsed().toFixed(0)}s] ${line}\n`);

const asked = {
  seed: required('SIMULATE_SEED'),
  branches: Number(required('SIMULATE_BRANCHES')),
  months: Number(required('SIMULATE_MONTHS')),
};
const folder = required('RESULTS');
const stack = stackIn(required('JIFEN_DATA_DIR'));

const county = simulatedCounty(asked);
const people = peopleOf(county);
const plans = yearPlans(county, people);
const script = writeScript({ ...asked, county, people, plans });
const expected = expectedOf(script);
writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected, null, 1));
say(`Written down before anything happens: ${expected.members.length} members, ${script.months.length} branch months`);

const world = seedWorld(stack, say);
await fillInCounty(world, county, people);
const accounts = await issueAccounts(
  world,
  people.filter(({ signInName }) => signInName).map(({ personId }) => personId),
);
say(`The county is filled in; ${accounts.length} people can sign in`);

const stage = { person: peopleAt(required('CONSOLE_URL'), accounts), department: departmentOf(county), say };
await play(stage, script, Date.parse(required('DEMO_CLOCK_START')));
say('Everything is closed; reading back');
const seen = await readBack(stage, script);
const found = await lookIntoRecord({
  mongoUrl: required('MONGO_URL'),
  temporalAddress: required('TEMPORAL_ADDRESS'),
  temporalNamespace: required('TEMPORAL_NAMESPACE'),
  auditSecret: stack.secret('audit-scoring'),
});

const differences = compare(expected, seen);
const draft = summaryOf({ script, expected, seen, found, mismatches: differences, seconds: Math.round(elapsed()) });
const mismatches = [...differences, ...countDifferences(draft, draft.expected), ...found.broken];
const summary: Summary = { ...draft, mismatches: mismatches.length };
writeFileSync(join(folder, 'differences.json'), JSON.stringify({ mismatches, ...found }, null, 1));
const lines = [tableOf(summary), ...mismatches, ...found.openProcesses, ...found.doubled];
if (required('SIMULATE_JSON') === 'yes') lines.push(JSON.stringify(summary));
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = summary.mismatches + summary.openProcesses + summary.doubleEffects === 0 ? 0 : 1;
