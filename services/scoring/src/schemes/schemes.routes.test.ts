import { beforeEach, describe, expect, it } from '@jest/globals';
import { recorder, stranger, superior } from '../decisions/october.builders.ts';
import { aScheme } from './scheme-version.builders.ts';
import { department, neighbours, type SchemesWorld, schemesWorld, villageScheme } from './schemes-world.builders.ts';

let world: SchemesWorld;
beforeEach(async () => {
  world = await schemesWorld();
});

const document = { number: '组通〔2026〕12号', on: '2026-10-20' };
const adoption = { from: '2026-11', document, reason: '调整分值', replaces: 1 };
const file = (scheme: object) => ({ kind: 'file' as const, name: '办法.json', text: JSON.stringify(scheme) });
const one = '/scheme-versions/v1';

async function compared(versionId = 'v1'): Promise<void> {
  await world.draft(versionId);
  await world.post(`/scheme-versions/${versionId}/lint`);
  await world.put(`/scheme-versions/${versionId}/comparisons/c1`, { year: 'this' });
  await world.compareAll(versionId);
  await world.put(`/scheme-versions/${versionId}/comparisons/c1/seen`, {});
}

describe('a version of the county’s scheme', () => {
  it('is drafted from what is in force, linted, compared and adopted from a month; each is on record with its act', async () => {
    expect((await world.draft('v1')).body).toMatchObject({
      id: 'v1',
      number: 1,
      revision: 1,
      status: 'draft',
      title: '农村（社区）党员积分制赋分标准',
      origin: { kind: 'in-force', title: '农村（社区）党员积分制赋分标准' },
      earliest: '2026-11',
    });
    expect((await world.post(`${one}/lint`)).body).toMatchObject({ status: 'linted', errors: 0, warnings: 2 });
    expect((await world.put(`${one}/comparisons/c1`, { year: 'this' })).body.comparison).toMatchObject({ status: 'running' });
    await world.compareAll('v1');
    expect((await world.put(`${one}/comparisons/c1/seen`, {})).body.status).toBe('compared');
    const adopted = await world.put(`${one}/adoption`, adoption);
    expect([adopted.status, adopted.body.status, adopted.body.mayWithdraw]).toEqual([200, 'adopted', true]);
    expect(adopted.body.adoption).toEqual({ from: '2026-11', document, reason: '调整分值' });
    const actions = world.versions.pendingOf('v1').filter(({ type }) => type === 'audit');
    expect(actions.map(({ payload }) => (payload as { action: string }).action)).toEqual([
      'scheme-version-drafted',
      'scheme-version-linted',
      'scheme-comparison-begun',
      'scheme-comparison-seen',
      'scheme-version-adopted',
    ]);
    expect(actions.at(-1)?.payload).toMatchObject({
      actor: 'person-80',
      organisation: '/qinghe',
      target: 'scheme-version/v1',
      details: { number: 1, sector: 'village-community', from: '2026-11', document, reason: '调整分值' },
    });
  });

  it('counts the versions of a sector, whatever number a file says', async () => {
    await world.draft('v1');
    const second = await world.draft('v2', { origin: file({ ...aScheme('细则'), version: 99 }) });
    expect([second.body.number, second.body.scheme.version, second.body.origin.title]).toEqual([2, 2, '办法.json']);
    expect((await world.draft('v3', { sector: 'new-organisation' })).body.number).toBe(1);
    const page = (await world.get('/scheme-versions?sector=village-community')).body as unknown as { items: object[]; total: number };
    expect([page.items, page.total]).toMatchObject([[{ id: 'v2' }, { id: 'v1' }], 2]);
  });

  it('is made from a scheme of the library', async () => {
    const names = (await world.get('/schemes/library')).body as unknown as { schemes: { name: string }[] };
    expect(names.schemes.map(({ name }) => name)).toContain('stars-from-sixty');
    expect((await world.draft('v1', { origin: { kind: 'library', name: 'stars-from-sixty' } })).status).toBe(200);
    expect((await world.draft('v2', { origin: { kind: 'library', name: 'nowhere' } })).body.code).toBe('unknown-library-scheme');
  });

  it('sent twice is one draft; another body under the same id is refused', async () => {
    const first = await world.draft('v1');
    expect((await world.draft('v1')).body).toEqual(first.body);
    const other = await world.draft('v1', { sector: 'new-organisation' });
    expect([other.status, other.body.code]).toEqual([409, 'different-body']);
    expect(world.versions.pendingOf('v1')).toHaveLength(1);
  });

  it('out of a file that is none is refused with every place of it, and nothing is kept', async () => {
    const broken = { ...aScheme('细则'), places: 'two', score: { kind: 'item', id: 'a', measure: { kind: 'count' } } };
    const refused = await world.draft('v1', { origin: file(broken) });
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      422,
      'scheme-unreadable',
      {
        reasons: [
          { code: 'wrong-type', path: '/places', values: { value: '"two"' } },
          { code: 'field-missing', path: '/score/title', values: {} },
        ],
      },
    ]);
    const text = (said: string) => world.draft('v1', { origin: { kind: 'file', name: 'a', text: said } });
    const codes = async (said: string) => (await text(said)).body.facts?.reasons;
    expect(await codes('{"a":')).toEqual([{ code: 'not-json', path: '', values: {} }]);
    expect(await codes('{"format":1,"format":2}')).toEqual([{ code: 'duplicate-key', path: '/format', values: { key: 'format' } }]);
    expect(await codes('['.repeat(65) + ']'.repeat(65))).toEqual([{ code: 'too-deep', path: '', values: { levels: '64' } }]);
    expect((await world.get(one)).status).toBe(404);
  });

  it.each([
    [1_024 * 1_024, 'not-json'],
    [1_024 * 1_024 + 1, 'too-large'],
  ])('a file of %d bytes is looked at or not: %s', async (bytes, code) => {
    const refused = await world.draft('v1', { origin: { kind: 'file', name: 'a', text: 'x'.repeat(bytes) } });
    expect(refused.body.facts?.reasons).toMatchObject([{ code }]);
  });
});

describe('mending a draft', () => {
  const mended = (replaces: number, scheme: object = villageScheme('改后的办法', '-1')) => ({
    name: '改.json',
    text: JSON.stringify(scheme),
    replaces,
  });

  it('makes it a draft again, without what was found and compared before', async () => {
    await compared();
    const { body } = await world.put(`${one}/scheme`, mended(1));
    expect(body).toMatchObject({
      status: 'draft',
      revision: 2,
      title: '改后的办法',
      findings: [],
      origin: { kind: 'file', title: '改.json' },
    });
    expect(body.comparison).toBeUndefined();
  });

  it('twice is once; over another’s change it is refused', async () => {
    await world.draft('v1');
    const first = await world.put(`${one}/scheme`, mended(1));
    expect((await world.put(`${one}/scheme`, mended(1))).body).toEqual(first.body);
    const overtaken = await world.put(`${one}/scheme`, mended(1, villageScheme('另一份', '-2')));
    expect([overtaken.status, overtaken.body.code, overtaken.body.facts]).toEqual([409, 'scheme-changed-meanwhile', { revision: 2 }]);
  });

  it('an item that the rules forbid is found with its place, and is never adopted', async () => {
    await world.draft('v1', { origin: file(aScheme('点赞办法', '1', '转发点赞')) });
    const { body } = await world.post(`${one}/lint`);
    expect(body.findings).toContainEqual({
      code: 'forbidden-item',
      path: '/score',
      severity: 'error',
      values: { title: '转发点赞', word: '点赞' },
    });
    await world.put(`${one}/comparisons/c1`, { year: 'this' });
    await world.compareAll('v1');
    await world.put(`${one}/comparisons/c1/seen`, {});
    const refused = await world.put(`${one}/adoption`, adoption);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([409, 'scheme-has-errors', { count: 1 }]);
    expect((await world.get(one)).body.status).toBe('compared');
  });
});

describe('adopting', () => {
  it.each([
    ['before it was linted', async () => {}, 'scheme-not-linted'],
    ['before it was compared', async () => void (await world.post(`${one}/lint`)), 'scheme-not-compared'],
  ])('%s is refused', async (_when, prepare, code) => {
    await world.draft('v1');
    await prepare();
    const refused = await world.put(`${one}/adoption`, adoption);
    expect([refused.status, refused.body.code]).toEqual([409, code]);
  });

  it.each([
    ['2026-10', 'scheme-month-opened'],
    ['2026-09', 'scheme-month-over'],
  ])('from %s on is refused while October is open in Dongwan: %s', async (from, code) => {
    await compared();
    expect((await world.put(`${one}/adoption`, { ...adoption, from })).body.code).toBe(code);
  });

  it('from October on is possible in a sector none of whose branches has it open', async () => {
    await world.draft('v1', { sector: 'new-organisation' });
    await world.post(`${one}/lint`);
    await world.put(`${one}/comparisons/c1`, { year: 'this' });
    await world.compareAll('v1');
    await world.put(`${one}/comparisons/c1/seen`, {});
    expect((await world.put(`${one}/adoption`, { ...adoption, from: '2026-10' })).body.status).toBe('adopted');
  });

  it('twice is once; with another month, document or reason it is refused', async () => {
    await compared();
    const first = await world.put(`${one}/adoption`, adoption);
    expect((await world.put(`${one}/adoption`, adoption)).body).toEqual(first.body);
    for (const other of [{ from: '2026-12' }, { reason: '另一个理由' }, { document: { ...document, number: '13号' } }])
      expect((await world.put(`${one}/adoption`, { ...adoption, ...other })).body.code).toBe('scheme-version-closed');
  });

  it('what was changed since one looked at it is refused', async () => {
    await compared();
    const refused = await world.put(`${one}/adoption`, { ...adoption, replaces: 2 });
    expect([refused.status, refused.body.code]).toEqual([409, 'scheme-changed-meanwhile']);
  });

  it('two versions from the same month is refused; a later one replaces it from its month on', async () => {
    await compared('v1');
    await compared('v2');
    await world.put('/scheme-versions/v1/adoption', adoption);
    const taken = await world.put('/scheme-versions/v2/adoption', adoption);
    expect([taken.status, taken.body.code, taken.body.facts]).toEqual([409, 'scheme-month-taken', { from: '2026-11' }]);
    expect((await world.put('/scheme-versions/v2/adoption', { ...adoption, from: '2026-12' })).status).toBe(200);
    expect((await world.get(one)).body.until).toBe('2026-12');
  });

  it('nothing can be mended, linted or compared any more', async () => {
    await compared();
    await world.put(`${one}/adoption`, adoption);
    const tried = [
      await world.put(`${one}/scheme`, { name: 'a', text: JSON.stringify(aScheme('b')), replaces: 1 }),
      await world.post(`${one}/lint`),
      await world.put(`${one}/comparisons/c2`, { year: 'this' }),
      await world.put(`${one}/comparisons/c1/seen`, {}),
    ];
    expect(tried.map(({ status, body }) => [status, body.code])).toEqual(Array.from({ length: 4 }, () => [409, 'scheme-version-closed']));
  });
});

describe('withdrawing', () => {
  it('leaves the month to what counted before, and may be said twice', async () => {
    await compared();
    await world.put(`${one}/adoption`, adoption);
    const withdrawn = await world.put(`${one}/withdrawal`, { reason: '文件重发' });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', withdrawnBecause: '文件重发', mayWithdraw: false });
    expect((await world.put(`${one}/withdrawal`, { reason: '文件重发' })).body).toEqual(withdrawn.body);
    expect(await world.versions.inForce('qinghe', 'village-community', '2026-11')).toBeUndefined();
  });

  it('is refused once a month was opened under it, and before it was adopted', async () => {
    await compared();
    expect((await world.put(`${one}/withdrawal`, { reason: '重发' })).body.code).toBe('scheme-not-adopted');
    await world.put(`${one}/adoption`, adoption);
    const october = await world.months.find('dongwan', '2026-10');
    if (!october) throw new Error('October is not open');
    await world.months.insert({ ...october, _id: 'dongwan/2026-11', period: '2026-11' }, []);
    const refused = await world.put(`${one}/withdrawal`, { reason: '重发' });
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([409, 'scheme-in-use', { from: '2026-11', period: '2026-11' }]);
    expect((await world.get(one)).body.mayWithdraw).toBe(false);
  });
});

describe('who may do what', () => {
  it('only the county’s organisation department drafts, looks at drafts and adopts', async () => {
    await compared();
    const tries = [superior, recorder].flatMap((caller) => [
      world.get(one, caller),
      world.get('/scheme-versions?sector=village-community', caller),
      world.get('/schemes/library', caller),
      world.post(`${one}/lint`, caller),
      world.put('/scheme-versions/v2', { sector: 'village-community', origin: { kind: 'in-force' } }, caller),
      world.put(`${one}/scheme`, { name: 'a', text: '{}', replaces: 1 }, caller),
      world.put(`${one}/comparisons/c2`, { year: 'this' }, caller),
      world.put(`${one}/comparisons/c1/seen`, {}, caller),
      world.put(`${one}/adoption`, adoption, caller),
      world.put(`${one}/withdrawal`, { reason: '重发' }, caller),
    ]);
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 403));
    expect((await world.get(one)).body.status).toBe('compared');
  });

  it('a department’s post below the county is none of the county’s', async () => {
    await compared();
    const below = { ...department, grants: department.grants.map((grant) => ({ ...grant, organisation: '/qinghe/lianhu' })) };
    expect((await world.get(one, below)).status).toBe(404);
    expect((await world.put(`${one}/adoption`, adoption, below)).status).toBe(404);
  });

  it('another county’s department knows nothing of it', async () => {
    await compared();
    expect((await world.get(one, neighbours)).status).toBe(404);
    expect((await world.put(`${one}/adoption`, adoption, neighbours)).status).toBe(404);
    expect((await world.put('/scheme-versions/v1', { sector: 'village-community', origin: { kind: 'in-force' } }, neighbours)).status).toBe(
      404,
    );
    expect((await world.get('/scheme-versions?sector=village-community', neighbours)).body).toMatchObject({ items: [], total: 0 });
  });

  it('what is in force is read by everybody with a post in the county, and by nobody of another one’s', async () => {
    await compared();
    await world.put(`${one}/adoption`, { ...adoption });
    const read = '/schemes/in-force?sector=village-community';
    for (const caller of [department, superior, recorder, stranger]) {
      const { status, body } = await world.get(read, caller);
      expect([status, body]).toMatchObject([200, { title: '农村（社区）党员积分制赋分标准', next: { from: '2026-11' } }]);
      expect(body.adoption).toBeUndefined();
    }
    expect((await world.get(read, neighbours)).body).not.toHaveProperty('next');
    expect((await world.get(read, { ...recorder, grants: [] })).status).toBe(403);
  });
});
