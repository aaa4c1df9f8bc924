import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCaller, aGrant, type TestApp, testApp } from '@jifen/test-kit';
import { member, type October, october, recorder, reviewer, secretary, stranger, superior, upTo } from '../decisions/october.builders.ts';
import { objectionRoutes } from './objections.routes.ts';

let world: October;
let app: TestApp;
beforeEach(async () => {
  world = await october();
  await upTo('posted', world);
  app = await testApp(objectionRoutes(world.deps), { clock: world.clock });
});

const clerkOf = (organisation: string) => aCaller({ personId: 'person-80', grants: [aGrant({ role: 'township-clerk', organisation })] });
const onBehalf = { way: 'telephone', memberId: 'member-5' };
const body = { actId: 'objection-one', round: 1, memberId: 'member-7', component: 'task', statement: '分值有误', wish: 450, onBehalf };

async function send(caller: typeof secretary, of: object = {}) {
  const token = await app.identity.tokenFor(caller);
  return app.http
    .post('/branch-months/dongwan/2026-10/objections')
    .set('authorization', `Bearer ${token}`)
    .send({ ...body, ...of });
}

describe('POST /branch-months/:branchId/:period/objections on behalf of somebody', () => {
  it.each([
    ['the secretary', 200, secretary],
    ['the recorder', 200, recorder],
    ['the clerk of the township', 200, clerkOf('/qinghe/lianhu')],
    ['the clerk of another township', 404, clerkOf('/qinghe/xianzhi')],
    ['the secretary of another branch', 404, stranger],
    ['a member of the committee', 403, reviewer],
    ['a member', 403, member(6)],
    ['the committee above', 403, superior],
  ])('answers %s with %i', async (_who, status, caller) => {
    expect((await send(caller)).status).toBe(status);
    expect((await world.acts.find('objection-one')) !== undefined).toBe(status === 200);
  });

  it('is audited under the post by which it was recorded, without a name', async () => {
    await send(recorder, { onBehalf: { way: 'letter', outsider: '村民某某' } });
    const [audited] = world.acts.pendingOf('objection-one');
    expect(audited?.payload).toMatchObject({
      action: 'objection-raised',
      actor: 'person-4',
      role: 'recorder',
      target: 'dongwan/2026-10/1/member-7',
    });
  });

  it('answers 409 with the number of the first to a second one', async () => {
    await send(secretary);
    const second = await send(recorder, { actId: 'objection-two' });
    expect([second.status, second.body.code, second.body.facts]).toEqual([409, 'already-objected', { period: '2026-10', number: 1 }]);
  });

  it('answers 409 to the same act with another wish', async () => {
    await send(secretary);
    expect((await send(secretary, { wish: 500 })).body).toMatchObject({ code: 'different-body' });
  });

  it.each([
    ['for nobody', { onBehalf: { way: 'telephone' } }],
    ['for two', { onBehalf: { ...onBehalf, outsider: '村民某某' } }],
    ['for a name of blanks', { onBehalf: { way: 'telephone', outsider: ' ' } }],
    ['for a name of 41 characters', { onBehalf: { way: 'telephone', outsider: '某'.repeat(41) } }],
    ['that came in no way', { onBehalf: { memberId: 'member-5' } }],
    ['with a wish that is no amount', { wish: -1 }],
  ])('answers 400 to one %s', async (_what, of) => {
    expect((await send(secretary, of)).status).toBe(400);
    expect(await world.acts.find('objection-one')).toBeUndefined();
  });

  it('takes a name of 40 characters', async () =>
    expect((await send(secretary, { onBehalf: { way: 'telephone', outsider: '某'.repeat(40) } })).status).toBe(200));
});
