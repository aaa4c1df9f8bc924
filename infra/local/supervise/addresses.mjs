/** The addresses of a stack. The environment may set other addresses for the services. */
export function stackAddresses({ stack, choices }, environment = process.env) {
  const { ports } = stack;
  const at = (port) => `http://127.0.0.1:${port}`;
  const direct = choices.store.rung === 'private-root' ? '' : '/?directConnection=true';
  return {
    MONGO_URL: choices.store.url ?? `mongodb://127.0.0.1:${ports.mongo}${direct}`,
    REDIS_URL: choices.redis.url ?? `redis://127.0.0.1:${ports.redis}`,
    TEMPORAL_ADDRESS: choices.temporal.url ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: 'jifen',
    TEMPORAL_UI: at(ports.temporalUi),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_WEB: at(ports.mailWeb),
    MEMBER_URL: environment.MEMBER_URL ?? at(ports.member),
    SCORING_URL: environment.SCORING_URL ?? at(ports.scoring),
    NOTIFICATION_URL: environment.NOTIFICATION_URL ?? at(ports.notification),
    CONSOLE_URL: at(ports.console),
    BRANCH_WORKER_URL: at(ports.branchWorker),
    MEMBER_WORKER_URL: at(ports.memberWorker),
  };
}

/** The ports that a start takes, by the choices made. */
export function portsTaken({ stack, choices, serversOnly }) {
  const own = {
    mongo: choices.store.rung !== 'external',
    postgres: choices.store.rung === 'private-root',
    redis: choices.redis.rung !== 'external',
    temporal: choices.temporal.rung !== 'external',
    temporalUi: choices.temporal.rung !== 'external',
    mailWeb: true,
    smtp: true,
  };
  return Object.entries(stack.ports).filter(([name]) => own[name] ?? !serversOnly);
}

const FOR_EVERYBODY = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS'];

/** The host's variables that every child gets; it gets no others. */
export function hostVariables(names = FOR_EVERYBODY, environment = process.env) {
  return Object.fromEntries(names.filter((name) => environment[name]).map((name) => [name, environment[name]]));
}
