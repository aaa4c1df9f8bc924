import type { CalendarYear } from '@jifen/contracts';
import { defaultCountySettings } from '@jifen/domain';
import type { FieldCipher } from '@jifen/service-kit';
import { fakeAccountStore } from './accounts/account.store.fake.ts';
import { fakeAttemptStore } from './accounts/attempt.store.fake.ts';
import type { Passwords } from './accounts/password.ts';
import { calendars } from './calendar/county-calendar.ts';
import { clocks } from './clock/county-clock.ts';
import { extensions } from './deadlines/month-extensions.ts';
import { evaluations } from './evaluation/county-evaluation.ts';
import { fakeOrganisationStore } from './organisations/organisation.store.fake.ts';
import { fakePersonStore } from './people/person.store.fake.ts';
import { fakeVersionedStore } from './record/versioned.store.fake.ts';
import type { MemberDeps } from './routes.ts';

/** Turns the text round: nothing in clear, and a moved envelope does not open. */
const fakeCipher: FieldCipher = {
  encrypt: (plain, context) => `sealed|${context}|${[...plain].reverse().join('')}`,
  decrypt(envelope, context) {
    const [, sealedFor, text = ''] = envelope.split('|');
    if (sealedFor !== context) throw new Error('This envelope belongs elsewhere.');
    return [...text].reverse().join('');
  },
};

const fakeSeals = { cipher: fakeCipher, indexKey: new Uint8Array(32).fill(7) };

function fakePasswords(): Passwords & { verified: number } {
  let issued = 0;
  const passwords = {
    verified: 0,
    hash: async (password: string) => `hash of ${password}`,
    async verify(hash: string, password: string) {
      passwords.verified += 1;
      return hash === `hash of ${password}`;
    },
    generate() {
      issued += 1;
      return `password-${issued}`;
    },
  };
  return passwords;
}

export type FakeMember = ReturnType<typeof fakeMember>;

/** Every port of member in memory. Real time stands at `realNow`. */
export function fakeMember(realNow = { value: Date.parse('2026-11-01T00:00:00Z') }) {
  const stores = {
    organisations: fakeOrganisationStore(),
    people: fakePersonStore(),
    accounts: fakeAccountStore(),
    attempts: fakeAttemptStore(),
    clocks: fakeVersionedStore(clocks),
    calendars: fakeVersionedStore(calendars),
    evaluations: fakeVersionedStore(evaluations),
    extensions: fakeVersionedStore(extensions),
  };
  const seen = { cardDeliveries: 0, refreshed: 0, told: 0 };
  const deps: MemberDeps = {
    ...stores,
    profile: 'demo',
    passwords: fakePasswords(),
    decoyHash: 'hash of nothing',
    settings: defaultCountySettings,
    seals: fakeSeals,
    secrets: new Map(),
    speakForPersons: new Set(['console', 'seed']),
    sign: async (caller) => JSON.stringify(caller),
    realNow: () => realNow.value,
    afterWrite: () => undefined,
    async refreshClock() {
      seen.refreshed += 1;
    },
    async tellClock() {
      seen.told += 1;
    },
    async deliverCards() {
      seen.cardDeliveries += 1;
    },
  };
  return { deps, stores, seen, realNow };
}

export function aCalendarYear(year: number, overrides: Partial<CalendarYear> = {}): CalendarYear {
  return { year, holidays: [], makeUpDays: [], ...overrides };
}

export async function keepCalendar({ stores }: FakeMember, ...years: CalendarYear[]): Promise<void> {
  await stores.calendars.write(years.map((value) => ({ id: String(value.year), value, replaces: 0 })));
}
