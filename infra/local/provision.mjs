import { join } from 'node:path';
import { readArguments, runCommand, sentence } from './bootstrap/arguments.mjs';
import { chooseBrowser } from './bootstrap/browser.mjs';
import { chooseServers, outstandingWork } from './bootstrap/ladder.mjs';
import { progress } from './bootstrap/output.mjs';
import { lockCache, provisionServers } from './bootstrap/provisioning.mjs';
import { CHECKOUT, cacheDir, PINS } from './bootstrap/settings.mjs';
import { chooseTestServer, ensureTestServer } from './bootstrap/test-server.mjs';

/**
 * Provides everything that a start (and the tests) need, and starts nothing.
 * @returns the choice for each part and its place; for tests also the test server and the browser
 */
export async function provision({ forTests = false, cache = cacheDir(), report = progress() } = {}) {
  const log = join(CHECKOUT, '.jifen/provision');
  const choices = await chooseServers({ cache, log: `${log}.log` });
  const extras = forTests ? { testServer: chooseTestServer(), browser: chooseBrowser() } : {};
  const purposes = [
    ...(extras.testServer?.rung === 'private-root' ? ['java'] : []),
    ...(extras.browser?.rung === 'private-root' ? ['browser'] : []),
  ];
  for (const [part, choice] of Object.entries({ ...choices, ...extras })) report.say(`${part}: ${choice.why}`);
  const work = outstandingWork(choices, { cache, purposes });
  if (work.length > 0) report.say(`To be fetched or built now, kept in ${cache}: ${work.join('; ')}`);
  const kit = await provisionServers({ choices, cache, purposes, log, report });
  const testServer = forTests ? await provideTestServer({ choice: extras.testServer, cache, root: kit.root, log, report }) : undefined;
  if (extras.browser?.rung === 'none') throw sentence(extras.browser.why);
  return { choices: { ...choices, ...extras }, kit, environment: testServer ? { TEMPORAL_TEST_SERVER: testServer } : {} };
}

async function provideTestServer({ choice, cache, root, log, report }) {
  const release = await lockCache({ cache, report });
  try {
    return await report.step(`Temporal test server ${PINS.temporalTestServer}`, () =>
      ensureTestServer({ choice, cache, root, log: `${log}-test-server.log` }),
    );
  } finally {
    release();
  }
}

async function main() {
  const { forTests, json } = readArguments();
  const provided = await provision({ forTests });
  if (json) console.log(JSON.stringify(provided, null, 1));
  else for (const [name, value] of Object.entries(provided.environment)) console.log(`export ${name}=${value}`);
}

if (import.meta.url === `file://${process.argv[1]}`) await runCommand(main);
