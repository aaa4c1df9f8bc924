import { type Connection, ensureIndexes } from '@jifen/service-kit';
import { mongoAccountStore } from './accounts/account.store.mongo.ts';
import { mongoAttemptStore } from './accounts/attempt.store.mongo.ts';
import { calendars } from './calendar/county-calendar.ts';
import { clocks } from './clock/county-clock.ts';
import { extensions } from './deadlines/month-extensions.ts';
import { evaluations } from './evaluation/county-evaluation.ts';
import { mongoOrganisationStore } from './organisations/organisation.store.mongo.ts';
import { mongoPersonStore } from './people/person.store.mongo.ts';
import { mongoVersionedStore } from './record/versioned.store.mongo.ts';

/** The collections whose documents carry events for others. */
export const eventCollections = ['organisations', 'people', 'accounts', 'clocks', 'calendars', 'evaluations', 'extensions'] as const;

export type MemberStores = ReturnType<typeof mongoStores>;

export function mongoStores(connection: Connection) {
  return {
    organisations: mongoOrganisationStore(connection),
    people: mongoPersonStore(connection),
    accounts: mongoAccountStore(connection),
    attempts: mongoAttemptStore(connection),
    clocks: mongoVersionedStore(connection, clocks),
    calendars: mongoVersionedStore(connection, calendars),
    evaluations: mongoVersionedStore(connection, evaluations),
    extensions: mongoVersionedStore(connection, extensions),
  };
}

export async function ensureStoreIndexes(stores: MemberStores): Promise<void> {
  await ensureIndexes(Object.values(stores).map(({ model }) => model as never));
}
