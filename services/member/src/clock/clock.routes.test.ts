import { describe, expect, it } from '@jest/globals';
import { aService } from '@jifen/test-kit';
import { countyDepartment, memberApp, plainMember, supervisor } from '../member-app.fakes.ts';
import { readClock } from './county-clock.ts';

const to = Date.parse('2026-10-26T01:00:00Z');

describe('GET /clock', () => {
  it('tells every service of the house, and nobody else', async () => {
    const { http, as } = await memberApp();
    expect((await http.get('/clock').set(await as(aService('branch-worker')))).body).toEqual({
      anchorReal: 0,
      anchorBusiness: Date.parse('2026-10-25T01:00:00Z'),
      speed: 0,
    });
    expect((await http.get('/clock')).status).toBe(401);
  });
});

describe('POST /clock/advance', () => {
  it('moves business time and is on record', async () => {
    const { http, as, stores, seen } = await memberApp();
    const answer = await http
      .post('/clock/advance')
      .set(await as(countyDepartment))
      .send({ to });
    expect([answer.status, answer.body.anchorBusiness]).toEqual([200, to]);
    expect(stores.clocks.pending()).toMatchObject([
      { payload: { action: 'clock-advanced', actor: 'person-9' } },
      { type: 'clock-changed' },
    ]);
    expect(seen).toMatchObject({ refreshed: 1, told: 1 });
  });

  it('may be done by whoever holds a post, and by nobody who is not signed in', async () => {
    const { http, as } = await memberApp();
    const send = http.post('/clock/advance').set(await as(supervisor));
    expect((await send.send({ to })).status).toBe(200);
    expect((await http.post('/clock/advance').send({ to })).status).toBe(401);
  });

  it('is refused to a member without a post, and time stands where it stood', async () => {
    const { http, as, stores, audit } = await memberApp();
    const send = http.post('/clock/advance').set(await as(plainMember));
    expect((await send.send({ to })).status).toBe(403);
    expect((await readClock(stores.clocks))?.anchorBusiness).toBe(Date.parse('2026-10-25T01:00:00Z'));
    expect(audit.records).toMatchObject([{ action: 'clock-advanced', result: 'refused' }]);
  });

  it('answers 409 to a step backwards', async () => {
    const { http, as } = await memberApp();
    const answer = await http
      .post('/clock/advance')
      .set(await as(countyDepartment))
      .send({ to: to - 10 * 86_400_000 });
    expect([answer.status, answer.body.code]).toEqual([409, 'clock-backwards']);
  });

  it('does not exist in production', async () => {
    const { http, as } = await memberApp({ profile: 'production' });
    expect(
      (
        await http
          .post('/clock/advance')
          .set(await as(countyDepartment))
          .send({ to })
      ).status,
    ).toBe(404);
    expect(
      (
        await http
          .put('/internal/import')
          .set(await as(aService('seed')))
          .send({})
      ).status,
    ).toBe(404);
    expect(
      (
        await http
          .post('/internal/accounts')
          .set(await as(aService('seed')))
          .send({})
      ).status,
    ).toBe(404);
  });
});
