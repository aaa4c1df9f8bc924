import { describe, expect, it } from '@jest/globals';
import type { Post } from '@jifen/contracts';
import { aBranch, anImport, aPerson, aPost, committee, county } from '../county.builders.ts';
import { fakeMember } from '../member.fakes.ts';
import { importCounty } from './import-county.ts';

const identityNumber = '999901197001011233';
const sealed = { identityNumber, telephone: '12600001234', email: 'member1@dongwan.invalid' };

describe('importing a county', () => {
  it('keeps organisations, people and posts, and has their cards delivered', async () => {
    const { deps, stores, seen } = fakeMember();
    expect(await importCounty(deps, anImport())).toEqual({ ok: true, value: { organisations: 3, people: 2, posts: 1 } });
    expect((await stores.organisations.byIds(['dongwan']))[0]?.value).toMatchObject({
      name: '东湾村党支部',
      committee: { id: 'lianhu', name: '莲湖镇党委' },
      posts: [{ role: 'secretary', personId: 'person-1' }],
    });
    expect((await stores.people.ofBranch('dongwan')).map(({ id }) => id)).toEqual(['person-1', 'person-2']);
    expect((await stores.organisations.withCardDue(9)).map(({ id }) => id)).toEqual(['dongwan']);
    expect((await stores.people.withCardDue(9)).map(({ id }) => id)).toEqual(['person-1', 'person-2']);
    expect(seen.cardDeliveries).toBe(1);
  });

  it('changes nothing when it is repeated, with personal fields too', async () => {
    const { deps, stores } = fakeMember();
    const request = anImport({ people: [aPerson(1, sealed), aPerson(2)], posts: [aPost(), aPost({ role: 'recorder' })] });
    await importCounty(deps, request);
    expect(await importCounty(deps, request)).toEqual({ ok: true, value: { organisations: 0, people: 0, posts: 2 } });
    expect((await stores.people.byIds(['person-1']))[0]?.version).toBe(1);
    expect((await stores.organisations.byIds(['dongwan']))[0]?.version).toBe(1);
  });

  it('raises the version of what has changed and of nothing else', async () => {
    const { deps, stores } = fakeMember();
    await importCounty(deps, anImport());
    await importCounty(deps, anImport({ people: [aPerson(1, { name: '新名' }), aPerson(2)], posts: [aPost({ deputy: true })] }));
    const versions = async (ids: string[]) => [...(await stores.people.byIds(ids)), ...(await stores.organisations.byIds(ids))];
    expect((await versions(['person-1', 'person-2', 'dongwan', 'lianhu'])).map(({ id, version }) => [id, version])).toEqual([
      ['person-1', 2],
      ['person-2', 1],
      ['lianhu', 1],
      ['dongwan', 2],
    ]);
  });

  it('takes a part that names only posts of a branch, two levels below the county', async () => {
    const { deps, stores } = fakeMember();
    await importCounty(deps, anImport({ posts: [] }));
    const part = { organisations: [], people: [], posts: [aPost()] };
    expect(await importCounty(deps, part)).toEqual({ ok: true, value: { organisations: 1, people: 0, posts: 1 } });
    expect((await stores.organisations.byIds(['dongwan']))[0]?.value.posts).toEqual([aPost()]);
  });

  it('renames the committee on the cards of its branches', async () => {
    const { deps, stores } = fakeMember();
    await importCounty(deps, anImport());
    await importCounty(deps, { organisations: [{ ...committee, name: '莲湖街道党工委' }], people: [], posts: [] });
    expect((await stores.organisations.byIds(['dongwan']))[0]).toMatchObject({
      version: 2,
      value: { committee: { name: '莲湖街道党工委' } },
    });
  });

  it("names on a branch's card those who act for its supervising committee, also when they come later", async () => {
    const { deps, stores } = fakeMember();
    await importCounty(deps, anImport());
    const superior = aPost({ personId: 'person-2', role: 'supervising-committee', organisation: committee.path });
    await importCounty(deps, { organisations: [], people: [], posts: [superior] });
    const [branch] = await stores.organisations.byIds(['dongwan']);
    expect(branch?.value.committee?.posts).toMatchObject([{ role: 'supervising-committee', personId: 'person-2' }]);
  });

  it('stores no identity number, telephone or address in clear', async () => {
    const { deps, stores } = fakeMember();
    await importCounty(deps, anImport({ people: [aPerson(1, sealed), aPerson(2)] }));
    const kept = JSON.stringify(await stores.people.byIds(['person-1']));
    expect(kept).toContain('sealed|people/telephone/person-1|');
    for (const clear of Object.values(sealed)) expect(kept).not.toContain(clear);
  });

  it("refuses a person two administrators' posts at a time: in one import, in two, and in another organisation", async () => {
    const { deps, stores } = fakeMember();
    const post = (role: Post['role'], overrides: Partial<Post> = {}) =>
      aPost({ role, organisation: county.path, from: 100, until: 200, ...overrides });
    const give = (...posts: Post[]) => importCounty(deps, { organisations: [], people: [], posts });
    const held = () => stores.organisations.withPostsOf(['person-1']).then((kept) => kept.flatMap(({ value }) => value.posts));
    const refusal = { code: 'separate-administrators', personId: 'person-1' };
    await importCounty(deps, anImport({ posts: [] }));

    expect(await give(aPost(), post('audit-administrator'), post('system-administrator'))).toEqual({
      ok: false,
      refusal: { ...refusal, path: 'body.posts.1', held: 'system-administrator' },
    });
    expect(await held()).toEqual([]);

    expect((await give(post('system-administrator'))).ok).toBe(true);
    const elsewhere = { organisation: committee.path, from: 199, until: 300 };
    expect(await give(post('audit-administrator', { personId: 'person-2' }), post('security-administrator', elsewhere))).toEqual({
      ok: false,
      refusal: { ...refusal, path: 'body.posts.1', held: 'system-administrator' },
    });
    expect(await held()).toHaveLength(1);
  });

  it("gives a person one administrator's post after another, and the next in the import that ends the last", async () => {
    const { deps } = fakeMember();
    const post = (role: Post['role'], from: number, until: number) => aPost({ role, organisation: county.path, from, until });
    const give = async (...posts: Post[]) => (await importCounty(deps, { organisations: [], people: [], posts })).ok;
    await importCounty(deps, anImport());
    expect(await give(post('system-administrator', 100, 200), post('audit-administrator', 200, 300))).toBe(true);
    expect(await give(post('security-administrator', 250, 400))).toBe(false);
    expect(await give(post('audit-administrator', 200, 250), post('security-administrator', 250, 400))).toBe(true);
  });

  it('asks once for the posts of all who are given one of the three', async () => {
    const { deps, stores } = fakeMember();
    let asked: (readonly string[])[] = [];
    const organisations = {
      ...stores.organisations,
      withPostsOf: async (ids: readonly string[]) => {
        asked = [...asked, ids];
        return stores.organisations.withPostsOf(ids);
      },
    };
    const administrators = [aPost({ role: 'audit-administrator' }), aPost({ personId: 'person-2', role: 'system-administrator' })];
    await importCounty({ ...deps, organisations }, anImport({ posts: [aPost(), ...administrators] }));
    expect(asked).toEqual([['person-1', 'person-2']]);
    await importCounty({ ...deps, organisations }, anImport());
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a parent that nobody knows', { organisations: [county, aBranch()] }, { code: 'unknown-organisation', path: '/qinghe/lianhu' }],
    [
      'a branch without a party day',
      { organisations: [county, committee, { ...aBranch(), partyDay: undefined as never }] },
      { code: 'incomplete-branch' },
    ],
    [
      'a member of a branch that nobody knows',
      { organisations: [county, committee], posts: [] },
      { code: 'unknown-branch', branchId: 'dongwan' },
    ],
    [
      'a post in an organisation that nobody knows',
      { posts: [aPost({ organisation: '/qinghe/nowhere' })] },
      { code: 'unknown-organisation' },
    ],
    [
      'a post of a person that nobody knows',
      { posts: [aPost({ personId: 'person-9' })] },
      { code: 'unknown-person', personId: 'person-9' },
    ],
    [
      'two people with one identity number',
      { people: [aPerson(1, { identityNumber }), aPerson(2, { identityNumber })] },
      { code: 'identity-number-taken', personId: 'person-2', by: 'person-1' },
    ],
  ])('refuses %s and writes nothing', async (_what, changes, refusal) => {
    const { deps, stores, seen } = fakeMember();
    expect(await importCounty(deps, anImport(changes))).toMatchObject({ ok: false, refusal });
    expect(await stores.organisations.byPaths(['/qinghe'])).toEqual([]);
    expect(await stores.people.byIds(['person-1'])).toEqual([]);
    expect(seen.cardDeliveries).toBe(0);
  });
});
