import { once } from 'node:events';
import { createRequire } from 'node:module';
import { inCheckout, PINS } from '../bootstrap/settings.mjs';

/** Runs Temporal's server as downloaded by the SDK, until a signal comes. */
const { TestWorkflowEnvironment } = createRequire(inCheckout('workflows/package.json'))('@temporalio/testing');
const [dbFilename, port, uiPort] = process.argv.slice(2);

const environment = await TestWorkflowEnvironment.createLocal({
  server: {
    executable: { type: 'cached-download', version: `v${PINS.temporal}` },
    dbFilename,
    ip: '127.0.0.1',
    port: Number(port),
    ui: true,
    uiPort: Number(uiPort),
    extraArgs: ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
  },
});
const alive = setInterval(() => {}, 60_000);
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
clearInterval(alive);
await environment.teardown();
