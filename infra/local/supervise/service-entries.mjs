import { chosenNode } from '../bootstrap/node.mjs';
import { secretPath } from '../bootstrap/secrets.mjs';
import { inCheckout } from '../bootstrap/settings.mjs';
import { hostVariables } from './addresses.mjs';
import { server } from './entries.mjs';

/** Name → database; the console stores only sessions, the workers nothing. */
const DATABASES = { member: 'jifen_member', scoring: 'jifen_scoring', notification: 'jifen_notification' };

/** The demo county. Its Schedule is paused, because its time is moved by hand. */
const COUNTY_ID = 'chenghe';

/**
 * The priority of what nobody waits for: members' processes by the thousand, and mails. It leaves a third of a full share: enough to answer in
 * time, and for people to read their to-dos, which notification keeps.
 */
const LOWER = 5;

/** The services and workers of a stack, each with its environment. */
export function serviceEntries({ stack, addresses, after }) {
  const service = (name, extra, nice = 0) => ({
    name,
    nice,
    port: stack.ports[name],
    dist: `services/${name}/dist/main.js`,
    args: [],
    env: { ...(DATABASES[name] ? { MONGO_DB: DATABASES[name] } : {}), AUDIT_KEY_FILE: secret(`audit-${name}`), ...extra },
  });
  const worker = (name, port, kind, more = {}) => ({ name, port, dist: 'workflows/dist/worker.js', args: [kind], env: {}, ...more });
  const secret = (name) => secretPath(stack.secretsDir, name);
  const parts = [
    service('member', {
      SERVICE_SECRETS_FILE: secret('service-hashes'),
      TOKEN_KEY_FILE: secret('token'),
      FIELD_KEY_FILE: secret('field'),
      BLIND_INDEX_KEY_FILE: secret('blind-index'),
    }),
    service('scoring', {}),
    service('notification', { DIGEST_AFTER_SECONDS: '5' }, LOWER),
    service('console', { SESSION_SECRET_FILE: secret('session'), WEB_DIR: inCheckout('services/console/web/dist') }),
    worker('branch-worker', stack.ports.branchWorker, 'branch'),
    worker('member-worker', stack.ports.memberWorker, 'member', { env: { COUNTY_ID }, nice: LOWER }),
  ];
  return parts.map((part) => entryOf({ part, stack, addresses, after }));
}

function entryOf({ part, stack, addresses, after }) {
  const program = inCheckout(part.dist);
  return server({
    name: part.name,
    command: [chosenNode(), '--enable-source-maps', program, ...part.args],
    env: { ...sharedVariables({ stack, addresses }), ...callerVariables(stack, part.name), ...part.env, PORT: String(part.port) },
    port: part.port,
    nice: part.nice,
    ready: { kind: 'http', port: part.port, path: '/readyz' },
    after,
    needs: program,
  });
}

/** The caller's variables that the services get. */
const PASSED_ON = ['DEMO_CLOCK_START', 'MAIL_FROM', 'MAILS_PER_MINUTE', 'OFFICE_HOURS', 'LOG_LEVEL', 'OPENS_MONTHS_OF'];

/** The environment of every service and worker. */
export function sharedVariables({ stack, addresses }) {
  const { TEMPORAL_UI: _ui, MAIL_WEB: _web, ...urls } = addresses;
  return {
    JIFEN_PROFILE: 'demo',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    TZ: 'UTC',
    NODE_ENV: 'production',
    TOKEN_PUBLIC_KEY_FILE: secretPath(stack.secretsDir, 'token-public'),
    ...urls,
    ...hostVariables(PASSED_ON),
  };
}

/** The identity of a process when it calls another. */
export function callerVariables(stack, name) {
  return { SERVICE_NAME: name, SERVICE_SECRET_FILE: secretPath(stack.secretsDir, `service-${name}`) };
}
