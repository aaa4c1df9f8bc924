import { describe, expect, it } from '@jest/globals';
import { aMe, fromOurPage, testConsole } from '../testing.ts';

const minuteMs = 60_000;
const right = { signInName: 'zhang.san', password: 'right' };

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and foreign sites do not send', async () => {
    const { http } = testConsole();
    const answer = await http.post('/api/session').set(fromOurPage).send(right);
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^jifen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=28800$/);
  });

  it('binds the cookie to host and TLS in production', async () => {
    const { http } = testConsole({ profile: 'production' });
    const answer = await http.post('/api/session').set(fromOurPage).send(right);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-jifen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; /);
  });

  it('keeps the hash of the token, never the token', async () => {
    const { signIn, store } = testConsole();
    const token = (await signIn()).replace('jifen=', '');
    expect([...store.kept.keys()]).toHaveLength(1);
    expect([...store.kept.keys()]).not.toContain(token);
  });

  it('makes a new token each time and ends the one that was presented', async () => {
    const { http, signIn, store } = testConsole();
    const planted = await signIn();
    const fresh = await signIn(planted);
    expect(fresh).not.toBe(planted);
    expect(store.kept.size).toBe(1);
    expect((await http.get('/api/me').set('cookie', planted)).status).toBe(401);
    expect((await http.get('/api/me').set('cookie', fresh)).status).toBe(200);
  });

  it('takes no token that it did not make', async () => {
    const { http, store } = testConsole();
    const planted = `jifen=${'A'.repeat(43)}`;
    await http
      .post('/api/session')
      .set({ ...fromOurPage, cookie: planted })
      .send(right);
    expect((await http.get('/api/me').set('cookie', planted)).status).toBe(401);
    expect(store.kept.size).toBe(1);
  });

  it('says no more than that name or password are wrong', async () => {
    const { http, store } = testConsole();
    const answer = await http
      .post('/api/session')
      .set(fromOurPage)
      .send({ ...right, password: 'wrong' });
    expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([401, 'wrong-credentials', undefined]);
    expect(store.kept.size).toBe(0);
  });
});

describe('a session ends', () => {
  it('after 15 idle minutes for whoever holds a post', async () => {
    const { http, signIn, clock, store } = testConsole({ me: aMe('secretary') });
    const cookie = await signIn();
    clock.advance(15 * minuteMs - 1);
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(200);
    clock.advance(15 * minuteMs);
    expect((await http.get('/api/me').set('cookie', cookie)).body.code).toBe('not-signed-in');
    expect(store.kept.size).toBe(0);
  });

  it('after 30 idle minutes for a member', async () => {
    const { http, signIn, clock } = testConsole({ me: aMe('member') });
    const cookie = await signIn();
    clock.advance(30 * minuteMs - 1);
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(200);
    clock.advance(30 * minuteMs);
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(401);
  });

  it('after eight hours even if never idle', async () => {
    const { http, signIn, clock } = testConsole();
    const cookie = await signIn();
    for (let quarter = 1; quarter < 48; quarter += 1) {
      clock.advance(10 * minuteMs);
      await http.get('/api/me').set('cookie', cookie);
    }
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(200);
    clock.advance(10 * minuteMs);
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(401);
  });

  it('at once on signing out', async () => {
    const { http, signIn, store } = testConsole();
    const cookie = await signIn();
    const answer = await http.delete('/api/session').set({ ...fromOurPage, cookie });
    expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([204, 'jifen=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect(store.kept.size).toBe(0);
    expect((await http.get('/api/me').set('cookie', cookie)).status).toBe(401);
  });

  it('and is not brought back by a request that was under way', async () => {
    const { signIn, store } = testConsole();
    await signIn();
    const [key = ''] = store.kept.keys();
    const session = await store.find(key);
    await store.remove(key);
    if (session) await store.touch(key, session, 1000);
    expect(store.kept.size).toBe(0);
  });
});

describe('a change comes from our own page only', () => {
  it.each([
    ['without our header', { origin: 'http://127.0.0.1:8080' }],
    ['from another origin', { origin: 'http://evil.invalid', 'x-jifen': '1' }],
    ['without an origin', { 'x-jifen': '1' }],
    ['from a page without origin', { origin: 'null', 'x-jifen': '1' }],
  ])('%s it is refused', async (_case, headers) => {
    const { http, store } = testConsole();
    const answer = await http.post('/api/session').set(headers).send(right);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-from-this-site']);
    expect(store.kept.size).toBe(0);
  });

  it('a form’s content type is refused', async () => {
    const { http } = testConsole();
    const answer = await http.post('/api/session').set(fromOurPage).type('text/plain').send(JSON.stringify(right));
    expect(answer.status).toBe(415);
  });
});
