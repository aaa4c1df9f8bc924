import { describe, expect, it } from '@jest/globals';
import { documentSuite, type Plantable } from '@jifen/test-kit';
import type { AccountStore } from './accounts/account.store.ts';
import type { AttemptStore } from './accounts/attempt.store.ts';
import type { CalendarStore } from './calendar/county-calendar.ts';
import type { ClockStore } from './clock/county-clock.ts';
import { aPost } from './county.builders.ts';
import type { ExtensionStore } from './deadlines/month-extensions.ts';
import type { EvaluationStore } from './evaluation/county-evaluation.ts';
import type { OrganisationState, OrganisationStore } from './organisations/organisation.store.ts';
import type { PersonState, PersonStore } from './people/person.store.ts';
import { type VersionedStore, WriteConflict } from './record/versioned.store.ts';

export type Stores = { organisations: OrganisationStore; people: PersonStore; accounts: AccountStore; attempts: AttemptStore };
type CountyStores = { clocks: ClockStore; calendars: CalendarStore; evaluations: EvaluationStore; extensions: ExtensionStore };
type Versioned = Omit<Stores, 'attempts'> & CountyStores;
export type PlantedStores = { [Name in keyof Versioned]: Versioned[Name] & Plantable } & Pick<Stores, 'attempts'>;

const organisation = (path: string, overrides: Partial<OrganisationState> = {}): OrganisationState => ({
  kind: 'branch',
  path,
  name: path,
  posts: [],
  ...overrides,
});
const person = (n: number, overrides: Partial<PersonState> = {}): PersonState => ({
  name: `党员${n}`,
  nameKey: `${n}`,
  fingerprint: `${n}`,
  membership: {
    memberId: `member-${n}`,
    branchId: 'dongwan',
    rosterNumber: n,
    standing: 'full',
    class: 'with-post',
    channel: 'screen',
    active: true,
  },
  ...overrides,
});

export function storesSuite(make: () => Promise<PlantedStores>): void {
  documentsSuite(make);

  describe('organisations', () => {
    it('are found by path, by the posts held in them and by their committee', async () => {
      const { organisations } = await make();
      const committee = { id: 'lianhu', name: '莲湖镇党委', posts: [] };
      await organisations.write([
        { id: 'lianhu', value: organisation('/qinghe/lianhu'), replaces: 0 },
        { id: 'dongwan', value: organisation('/qinghe/lianhu/dongwan', { committee, posts: [aPost()] }), replaces: 0 },
      ]);
      expect((await organisations.byPaths(['/qinghe/lianhu', '/qinghe/nowhere'])).map(({ id }) => id)).toEqual(['lianhu']);
      expect((await organisations.withPostsOf(['person-2', 'person-1'])).map(({ id }) => id)).toEqual(['dongwan']);
      expect(await organisations.withPostsOf(['person-2'])).toEqual([]);
      expect((await organisations.branchesOf(['lianhu'])).map(({ id }) => id)).toEqual(['dongwan']);
    });
  });

  describe('supervising committees', () => {
    it('are found without the county and the branches, in the order of their paths', async () => {
      const { organisations } = await make();
      await organisations.write([
        { id: 'nanshan', value: organisation('/qinghe/nanshan', { kind: 'supervising-committee' }), replaces: 0 },
        { id: 'qinghe', value: organisation('/qinghe', { kind: 'county' }), replaces: 0 },
        { id: 'dongwan', value: organisation('/qinghe/lianhu/dongwan'), replaces: 0 },
        { id: 'lianhu', value: organisation('/qinghe/lianhu', { kind: 'supervising-committee' }), replaces: 0 },
      ]);
      expect((await organisations.committees()).map(({ id }) => id)).toEqual(['lianhu', 'nanshan']);
    });
  });

  describe('people', () => {
    it('are found by membership and, in roster order, by branch', async () => {
      const { people } = await make();
      const { membership: _none, ...official } = person(9);
      await people.write([
        { id: 'person-2', value: person(2), replaces: 0 },
        { id: 'person-1', value: person(1), replaces: 0 },
        { id: 'person-9', value: official, replaces: 0 },
        { id: 'person-8', value: { ...official, name: '另一人' }, replaces: 0 },
      ]);
      expect((await people.byMemberId('member-2'))?.id).toBe('person-2');
      expect(await people.byMemberId('member-9')).toBeUndefined();
      expect((await people.ofBranch('dongwan')).map(({ id }) => id)).toEqual(['person-1', 'person-2']);
    });

    it('are found by the blind index of their identity number', async () => {
      const { people } = await make();
      await people.write([
        { id: 'person-1', value: person(1, { identityIndex: 'one' }), replaces: 0 },
        { id: 'person-2', value: person(2), replaces: 0 },
      ]);
      expect((await people.byIdentityIndexes(['one', 'two'])).map(({ id }) => id)).toEqual(['person-1']);
    });
  });

  describe('accounts', () => {
    it('are found by the name that signs in', async () => {
      const { accounts } = await make();
      await accounts.write([{ id: 'person-1', value: { signInName: 'member1', passwordHash: 'x', issuedAt: 1 }, replaces: 0 }]);
      expect((await accounts.bySignInName('member1'))?.id).toBe('person-1');
      expect(await accounts.bySignInName('member2')).toBeUndefined();
      await expect(
        accounts.write([{ id: 'person-1', value: { signInName: 'member1', passwordHash: 'y', issuedAt: 2 }, replaces: 0 }]),
      ).rejects.toThrow(WriteConflict);
    });
  });

  describe('failed sign-ins', () => {
    it('are counted within a window, and from one again in the next', async () => {
      const { attempts } = await make();
      expect(await attempts.count('account/a', 1_000, 500)).toEqual({ count: 1, endsAt: 1_500 });
      expect(await attempts.count('account/a', 1_499, 500)).toEqual({ count: 2, endsAt: 1_500 });
      expect(await attempts.count('account/b', 1_499, 500)).toEqual({ count: 1, endsAt: 1_999 });
      expect(await attempts.count('account/a', 1_500, 500)).toEqual({ count: 1, endsAt: 2_000 });
    });

    it('are all counted when they come at the same time', async () => {
      const { attempts } = await make();
      const counts = await Promise.all(Array.from({ length: 8 }, () => attempts.count('account/a', 1_000, 500)));
      expect(counts.map(({ count }) => count).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('are forgotten, or given back one by one', async () => {
      const { attempts } = await make();
      await attempts.count('account/a', 1_000, 500);
      await attempts.count('account/a', 1_000, 500);
      await attempts.giveBack('account/a');
      expect((await attempts.count('account/a', 1_000, 500)).count).toBe(2);
      await attempts.forget('account/a');
      expect((await attempts.count('account/a', 1_000, 500)).count).toBe(1);
    });
  });
}

/** What each collection holds, and what makes it unreadable. */
const documents: Record<keyof Versioned, { value: object; broken: Record<string, unknown> }> = {
  organisations: {
    value: organisation('/qinghe/lianhu/dongwan', { committee: { id: 'lianhu', name: '莲湖镇党委', posts: [] }, posts: [aPost()] }),
    broken: { version: '1', value: undefined, 'value.kind': 'club', 'value.posts.0.until': null, 'value.committee.id': undefined },
  },
  people: {
    value: person(1),
    broken: { 'value.fingerprint': undefined, 'value.membership.standing': 'friend', 'value.telephone': null },
  },
  accounts: {
    value: { signInName: 'member1', passwordHash: 'x', issuedAt: 1 },
    broken: { 'value.passwordHash': undefined, 'value.usedAt': 'once' },
  },
  clocks: { value: { anchorReal: 1, anchorBusiness: 1, speed: 0 }, broken: { 'value.speed': undefined } },
  calendars: {
    value: { year: 2026, holidays: ['2026-10-01'], makeUpDays: [], changed: { at: 1, reason: '国务院办公厅通知' } },
    broken: { 'value.holidays': undefined, 'value.changed.at': '2026', 'value.unconfirmed': false },
  },
  evaluations: {
    value: { versions: [{ from: '2026-10', evaluation: 'quarter', merged: [['2027-01', '2027-02']], at: 1, reason: '按季度' }] },
    broken: { 'value.versions.0.evaluation': 'week', 'value.versions.0.merged.0.1': undefined },
  },
  extensions: {
    value: { extensions: [{ step: 'review', lastDay: '2026-11-20', reason: '汛期' }] },
    broken: { 'value.extensions.0.step': 'rest', 'value.extensions.0.lastDay': undefined },
  },
};

function documentsSuite(make: () => Promise<PlantedStores>): void {
  describe('what is read back', () => {
    for (const [name, { value, broken }] of Object.entries(documents) as [keyof Versioned, (typeof documents)[keyof Versioned]][])
      documentSuite<VersionedStore<unknown>>(
        {
          make: async () => (await make())[name] as VersionedStore<unknown> & Plantable,
          read: async (store) => (await store.byIds(['a']))[0],
        },
        { collection: name, document: { _id: 'a', version: 1, value }, broken },
      );
  });
}
