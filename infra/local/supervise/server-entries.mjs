import { existsSync } from 'node:fs';
import { chosenNode } from '../bootstrap/node.mjs';
import { inCheckout } from '../bootstrap/settings.mjs';
import { mongoContainer, redisContainer } from '../servers/containers.mjs';
import { extensionCommand, ferretdbCommand, mongodCommand, postgresCommand } from '../servers/document-store.mjs';
import { redisCommand } from '../servers/redis.mjs';
import { temporalCommand, temporalDownloadCommand } from '../servers/temporal.mjs';
import { stackAddresses } from './addresses.mjs';
import { server, task } from './entries.mjs';

const HERE = 'infra/local';

/** The servers of a stack by the choices made; one given by URL has no entry. */
export function serverEntries({ stack, choices, kit }) {
  return [
    ...storeEntries({ stack, choice: choices.store, kit }),
    ...redisEntries({ stack, choice: choices.redis, kit }),
    ...temporalEntries({ stack, choices, kit }),
    mailEntry(stack),
  ];
}

function storeEntries({ stack, choice, kit }) {
  const { mongo, postgres } = stack.ports;
  if (choice.rung === 'external') return [];
  if (choice.rung !== 'private-root') {
    const command =
      choice.rung === 'found' ? mongodCommand({ stack, mongod: choice.program }) : mongoContainer({ stack, engine: choice.program });
    const initiate = [chosenNode(), inCheckout(`${HERE}/servers/initiate-replica-set.mjs`), String(mongo)];
    return [
      server({ name: 'mongod', command, port: mongo, ready: { kind: 'tcp', port: mongo } }),
      task({ name: 'replica-set', command: initiate, after: ['mongod'] }),
    ];
  }
  const { root } = kit;
  const { command, env } = ferretdbCommand({ stack, ferretdb: kit.ferretdb });
  return [
    server({
      name: 'postgres',
      command: postgresCommand({ stack, root }),
      port: postgres,
      ready: { kind: 'tcp', port: postgres },
      dieWith: 'SIGKILL',
    }),
    task({ name: 'documentdb', command: extensionCommand({ stack, root }), after: ['postgres'] }),
    server({ name: 'ferretdb', command, env, port: mongo, ready: { kind: 'mongo', port: mongo }, after: ['documentdb'] }),
  ];
}

function redisEntries({ stack, choice, kit }) {
  const port = stack.ports.redis;
  const ready = { kind: 'redis', port };
  if (choice.rung === 'external') return [];
  if (choice.rung === 'container')
    return [server({ name: 'redis', command: redisContainer({ stack, engine: choice.program }), port, ready })];
  const root = choice.root ? kit.root : undefined;
  return [
    server({
      name: 'redis',
      command: redisCommand({ stack, program: choice.program, root }),
      port,
      ready,
      dieWith: root ? 'SIGKILL' : 'SIGTERM',
    }),
  ];
}

function temporalEntries({ stack, choices, kit }) {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = stackAddresses({ stack, choices });
  const { rung } = choices.temporal;
  const port = stack.ports.temporal;
  const script = inCheckout(`${HERE}/servers/temporal-namespace.mjs`);
  const after = rung === 'external' ? [] : ['temporal'];
  const namespace = task({
    name: 'temporal-namespace',
    command: [chosenNode(), script],
    env: { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE },
    after,
  });
  if (rung === 'external') return [namespace];
  const command = rung === 'sdk-download' ? temporalDownloadCommand({ stack }) : temporalCommand({ stack, program: kit.temporal });
  return [server({ name: 'temporal', command, port, ready: { kind: 'tcp', port } }), namespace];
}

/** The mail catcher offers no STARTTLS: senders would refuse its self-signed certificate. */
function mailEntry(stack) {
  const { mailWeb, smtp } = stack.ports;
  const program = inCheckout(`${HERE}/node_modules/maildev/dist/bin/maildev.js`);
  const listen = ['--ip', '127.0.0.1', '--smtp', String(smtp), '--web-ip', '127.0.0.1', '--web', String(mailWeb)];
  const command = [chosenNode(), program, ...listen, '--hide-extensions', 'STARTTLS', '--max-emails', '2000', '--silent'];
  const entry = server({ name: 'maildev', command, port: mailWeb, ready: { kind: 'http', port: mailWeb, path: '/api/healthz' } });
  return existsSync(program) ? entry : { ...entry, needs: program };
}
