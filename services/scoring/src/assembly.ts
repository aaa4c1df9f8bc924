import {
  type AuditAppender,
  type BusinessClock,
  type Connection,
  ensureIndexes,
  type HttpClient,
  type Logger,
  type Relay,
} from '@jifen/service-kit';
import { mongoActStore } from './acts/act.store.mongo.ts';
import { mongoBranchMonthStore } from './branch-months/branch-month.store.mongo.ts';
import { mongoCardStore } from './cards/card.store.mongo.ts';
import { mongoCountyMonthStore } from './county-months/county-month.store.mongo.ts';
import { memberDeadlines } from './deadlines/member.http.ts';
import type { ScoringDeps } from './deps.ts';
import { eventHandlers } from './handlers.ts';
import { mongoLedgerStore } from './ledger/ledger.store.mongo.ts';
import { createReconciler } from './month-processes/reconciler.ts';
import { notificationNotices } from './notices/notices.http.ts';
import type { eventCollections, Wake } from './outbox/events.ts';
import { mongoYearPlanStore } from './plans/year-plan.store.mongo.ts';
import type { Processes } from './processes/processes.ts';
import { createRelays } from './relays.ts';
import { library } from './scheme-library/scheme-library.files.ts';
import { adoptedSchemes } from './schemes/scheme-in-force.ts';
import { mongoSchemeVersionStore } from './schemes/scheme-version.store.mongo.ts';
import { mongoSheetStore } from './sheets/sheet.store.mongo.ts';
import { withSubjects } from './subjects.ts';

export function mongoStores(connection: Connection) {
  return {
    acts: mongoActStore(connection),
    months: mongoBranchMonthStore(connection),
    countyMonths: mongoCountyMonthStore(connection),
    cards: mongoCardStore(connection),
    plans: mongoYearPlanStore(connection),
    ledger: mongoLedgerStore(connection),
    sheets: mongoSheetStore(connection),
    versions: mongoSchemeVersionStore(connection),
  };
}
export type ScoringStores = ReturnType<typeof mongoStores>;

export async function ensureStoreIndexes(stores: ScoringStores): Promise<void> {
  await ensureIndexes(Object.values(stores).flatMap(({ models }) => models as never[]));
}

type Parts = {
  connection: Connection;
  stores: ScoringStores;
  clock: BusinessClock;
  processes: Processes;
  member: HttpClient;
  notification: HttpClient;
  appender: AuditAppender;
  logger: Logger;
  opensMonthsOf?: string | undefined;
};

const ofMonths: readonly string[] = ['acts', 'branchMonths'] satisfies (typeof eventCollections)[number][];

/** Puts the real parts together: what the routes need, and what works in the background. */
export function assemble({ connection, stores, clock, processes, member, notification, appender, logger, opensMonthsOf }: Parts) {
  const relays: Relay[] = [];
  const deps: ScoringDeps = withSubjects({
    ...stores,
    schemes: adoptedSchemes({ versions: stores.versions, library }),
    library,
    processes,
    deadlines: memberDeadlines(member),
    notices: notificationNotices(notification),
    opensMonthsOf,
    clock,
    realNow: Date.now,
    now: clock.now,
    wake(of?: Parameters<Wake>[0]) {
      for (const relay of relays) if (of === undefined ? ofMonths.includes(relay.name) : relay.name === of) relay.wake();
    },
  });
  relays.push(...createRelays({ connection, appender, logger, handlers: eventHandlers(deps) }));
  return { deps, relays, reconciler: createReconciler(deps, { logger }) };
}
