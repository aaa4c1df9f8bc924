import { join } from 'node:path';
import { readArguments, runCommand, sentence } from './bootstrap/arguments.mjs';
import { chooseServers, outstandingWork } from './bootstrap/ladder.mjs';
import { lockHolder, tryLock } from './bootstrap/lock.mjs';
import { progress } from './bootstrap/output.mjs';
import { takenPorts } from './bootstrap/ports.mjs';
import { provisionServers } from './bootstrap/provisioning.mjs';
import { endAll } from './bootstrap/run.mjs';
import { ensureSecrets } from './bootstrap/secrets.mjs';
import { cacheDir, stackNamed } from './bootstrap/settings.mjs';
import { buildWorkspace, installWorkspace, isInstalled } from './bootstrap/workspace.mjs';
import { launch } from './launch.mjs';
import { seedOnce } from './seeding.mjs';
import { preparePostgres } from './servers/document-store.mjs';
import { portsTaken, stackAddresses } from './supervise/addresses.mjs';
import { endSurvivors, livingSupervisor } from './supervise/survivors.mjs';

/** `npm start`: from a fresh checkout to a usable page. */
async function start() {
  const { stack: name, detach, serversOnly, withoutSeed } = readArguments();
  const stack = stackNamed(name);
  const cache = cacheDir();
  const report = progress();
  const log = (step) => join(stack.logsDir, `start-${step}.log`);
  const release = takeStartLock(stack);
  try {
    await clearWay(stack, report);
    const choices = await chooseServers({ cache, log: log('choices') });
    await refuseTakenPorts({ stack, choices, serversOnly });
    announce({ choices, cache, report });
    const kit = await makeReady({ stack, choices, cache, serversOnly, report, log });
    await refuseTakenPorts({ stack, choices, serversOnly });
    const running = await launch({ stack, choices, kit, serversOnly, detach, report });
    const accounts = serversOnly || withoutSeed ? undefined : await seedOrStop({ stack, choices, running, report });
    release();
    sayReady({ stack, choices, serversOnly, accounts, detach });
    return detach ? 0 : await running.untilStopped();
  } finally {
    release();
  }
}

function takeStartLock(stack) {
  const path = join(stack.dataDir, 'start.lock');
  const release = tryLock(path);
  if (!release) throw sentence(`Stack ${stack.name} is being started by process ${lockHolder(path)?.pid}.`);
  const supervisor = livingSupervisor(stack.dataDir);
  if (!supervisor) return release;
  release();
  throw sentence(`Stack ${stack.name} already runs as process ${supervisor.pid}; \`npm run status\` shows it, \`npm run stop\` ends it.`);
}

/** First ends what an earlier, killed supervisor left. */
async function clearWay(stack, report) {
  const ended = await endSurvivors(stack.dataDir);
  if (ended.length > 0) report.say(`Ended what an earlier run had left: ${ended.join(', ')}`);
}

async function refuseTakenPorts({ stack, choices, serversOnly }) {
  const taken = await takenPorts(portsTaken({ stack, choices, serversOnly }));
  if (taken.length > 0) throw sentence(`${taken.join('\n')}\nFree it, or choose other ports (infra/local/README.md). Nothing was started.`);
}

function announce({ choices, cache, report }) {
  for (const part of ['store', 'redis', 'temporal']) report.say(`${part}: ${choices[part].why}`);
  const work = outstandingWork(choices, { cache, purposes: [] });
  if (!isInstalled()) work.unshift('npm packages of the workspace, Node 24 among them: about 200 MB');
  if (work.length > 0)
    report.say(`To be fetched or built now, kept for later starts (${cache}):\n${work.map((line) => `        ${line}`).join('\n')}`);
}

async function makeReady({ stack, choices, cache, serversOnly, report, log }) {
  const workspace = async () => {
    if (!isInstalled()) await report.step('Installing npm packages (200 MB)', () => installWorkspace({ log: log('install') }));
    if (!serversOnly) await report.step('Building Jifen', () => buildWorkspace({ log: log('build') }));
  };
  const servers = provisionServers({ choices, cache, purposes: [], log: log('provision').replace('.log', ''), report });
  const [kit] = await Promise.all([servers, workspace()]);
  ensureSecrets(stack.secretsDir);
  if (choices.store.rung === 'private-root') await preparePostgres({ stack, root: kit.root, log: log('postgres') });
  return kit;
}

/** A system whose seeding failed is stopped, not left incomplete. */
async function seedOrStop({ stack, choices, running, report }) {
  try {
    return await seedOnce({ stack, choices, report });
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function sayReady({ stack, choices, serversOnly, accounts, detach }) {
  const addresses = stackAddresses({ stack, choices });
  console.log('');
  if (serversOnly) console.log(`Servers are ready: ${addresses.MONGO_URL}  ${addresses.REDIS_URL}  ${addresses.TEMPORAL_ADDRESS}`);
  else console.log(`Jifen is ready: ${addresses.CONSOLE_URL}`);
  if (accounts) console.log(accounts);
  if (choices.temporal.rung !== 'external') console.log(`Temporal: ${addresses.TEMPORAL_UI}`);
  console.log(`Mail catcher: ${addresses.MAIL_WEB}`);
  console.log(detach ? 'It runs in the background; `npm run stop` ends it.' : 'Ctrl-C ends it.');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endAll();
    if (process.listenerCount(signal) === 0) process.exit(130);
  });
}
await runCommand(start);
