import type { OperatedPart, OperationsFinding, OperationsReport } from '@jifen/contracts';

/** From where on somebody has to act; below it everything is on its way. */
const limits = {
  /** At 60 s writes are refused. */
  auditMs: 15_000,
  /** A relay looks every second and tries again within a minute. */
  relayMs: 60_000,
  /** A mail is taken from the queue at once unless the senders cannot keep up or are gone. */
  queueMs: 60_000,
  tasks: 200,
  /** People notice it. */
  eventLoopMs: 500,
} as const;

const storeOf: Readonly<Record<string, string>> = { store: 'document-store', redis: 'redis', temporal: 'temporal' };

/** What needs an act, the most urgent first: who does not answer, what is away, what lags behind, what is slow. */
export function findingsOf(parts: readonly OperatedPart[]): OperationsFinding[] {
  const reporting = parts.flatMap(({ name, report }) => (report ? [{ name, report }] : []));
  return [
    ...parts.filter(({ state }) => state === 'silent').map(({ name }) => finding('part-silent', { name })),
    ...mute(parts).map((name) => finding('part-mute', { name })),
    ...storesAway(reporting.map(({ report }) => report)).map((store) => finding('store-away', { store })),
    ...reporting.filter(({ report }) => isUnready(report)).map(({ name }) => finding('part-not-ready', { name })),
    ...reporting.flatMap(({ name, report }) => auditBehind(name, report)),
    ...reporting.flatMap(({ report }) => tasks(report)),
    ...reporting.flatMap(({ name, report }) => relaysBehind(name, report)),
    ...reporting.flatMap(({ report }) => mails(report)),
    ...reporting.flatMap(({ name, report }) => slow(name, report)),
  ];
}

const finding = (code: OperationsFinding['code'], facts: OperationsFinding['facts']): OperationsFinding => ({ code, facts });

/** The parts that run but tell no figures: none while member is away, because then no part can know who is asking. */
function mute(parts: readonly OperatedPart[]): string[] {
  const memberIsSilent = parts.some(({ name, state }) => name === 'member' && state === 'silent');
  return memberIsSilent ? [] : parts.filter(({ state }) => state === 'alive').map(({ name }) => name);
}

const failing = ({ process }: OperationsReport) => process.checks.filter(({ ok }) => !ok);

function storesAway(reports: readonly OperationsReport[]): string[] {
  const away = reports.flatMap(failing).flatMap(({ name }) => storeOf[name] ?? []);
  return [...new Set(away)];
}

/** Not for a store, which is told once for all. */
const isUnready = (report: OperationsReport) => !report.process.ready && failing(report).every(({ name }) => storeOf[name] === undefined);

function auditBehind(name: string, { auditOldestMs = 0 }: OperationsReport): OperationsFinding[] {
  return auditOldestMs > limits.auditMs ? [finding('audit-behind', { name, oldestMs: auditOldestMs })] : [];
}

function tasks({ temporal }: OperationsReport): OperationsFinding[] {
  return (temporal?.taskQueues ?? []).flatMap(({ name, kind, backlog, pollers }) => {
    if (pollers === 0) return [finding('nobody-polls', { queue: name, kind, backlog })];
    return backlog > limits.tasks ? [finding('tasks-behind', { queue: name, kind, backlog })] : [];
  });
}

function relaysBehind(name: string, { relays = [] }: OperationsReport): OperationsFinding[] {
  return relays.flatMap(({ name: relay, pending, oldestMs = 0 }) =>
    oldestMs > limits.relayMs ? [finding('relay-behind', { name, relay, pending, oldestMs })] : [],
  );
}

function mails({ queues = [], mails: report }: OperationsReport): OperationsFinding[] {
  const behind = queues.flatMap(({ waiting, oldestWaitingMs = 0 }) =>
    oldestWaitingMs > limits.queueMs ? [finding('queue-behind', { waiting, oldestMs: oldestWaitingMs })] : [],
  );
  const counted = (state: string) => report?.counts.find((one) => one.state === state)?.count ?? 0;
  const refused = counted('rejected') + counted('unknown');
  return [
    ...behind,
    ...(report && report.retrying > 0 ? [finding('mails-retrying', { count: report.retrying })] : []),
    ...(refused > 0 ? [finding('mails-refused', { count: refused })] : []),
  ];
}

function slow(name: string, { process: { eventLoopDelayMs } }: OperationsReport): OperationsFinding[] {
  return eventLoopDelayMs > limits.eventLoopMs ? [finding('part-slow', { name, delayMs: eventLoopDelayMs })] : [];
}
