import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chosenNode } from '../bootstrap/node.mjs';
import { inCheckout } from '../bootstrap/settings.mjs';

/** The command line of Temporal's server with its histories in one file. */
export function temporalCommand({ stack, program }) {
  const home = join(stack.dataDir, 'temporal');
  mkdirSync(home, { recursive: true });
  return [
    program,
    'server',
    'start-dev',
    ...['--ip', '127.0.0.1', '--ui-ip', '127.0.0.1'],
    ...['--port', String(stack.ports.temporal), '--ui-port', String(stack.ports.temporalUi)],
    ...['--db-filename', join(home, 'temporal.db')],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
    ...['--dynamic-config-value', 'history.hostLevelCacheMaxSize=8192'],
    ...['--log-level', 'error'],
  ];
}

/** The same server, downloaded and run by the SDK: for machines without Go and without a private root. */
export function temporalDownloadCommand({ stack }) {
  const home = join(stack.dataDir, 'temporal');
  mkdirSync(home, { recursive: true });
  const { temporal, temporalUi } = stack.ports;
  return [
    chosenNode(),
    inCheckout('infra/local/servers/temporal-download.mjs'),
    join(home, 'temporal.db'),
    String(temporal),
    String(temporalUi),
  ];
}
