import { describe, expect, it } from '@jest/globals';
import { aMonth, fromOurPage, testConsole } from '../testing.ts';

const clockAt = (day: string) => ({ value: { anchorReal: 0, anchorBusiness: Date.parse(`${day}T09:00:00+08:00`), speed: 0 } });
const calendar = { value: { year: 2026, holidays: ['2026-11-18'], makeUpDays: [] } };
const decision = { actId: 'act-1', round: 1, rosterHash: 'a'.repeat(32), content: { kind: 'file' } };

describe('a screen asks the services as the person who is signed in', () => {
  it('nobody else sees anything', async () => {
    const { http, scoring } = testConsole();
    expect((await http.get('/api/todos')).status).toBe(401);
    expect((await http.get('/api/branch-months/dongwan/2026-10')).status).toBe(401);
    expect(scoring.asked).toEqual([]);
  });

  it('a decision that is recorded but not yet effective stays 202', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('POST /branch-months/dongwan/2026-10/decisions', {
      status: 202,
      value: { actId: 'act-1', status: 'pending', at: 1 },
    });
    const cookie = await signIn();
    const answer = await http
      .post('/api/branch-months/dongwan/2026-10/decisions')
      .set({ ...fromOurPage, cookie })
      .send(decision);
    expect([answer.status, answer.body.status]).toEqual([202, 'pending']);
    expect(scoring.asked[0]).toEqual({
      method: 'post',
      path: '/branch-months/dongwan/2026-10/decisions',
      body: decision,
      actingFor: 'person-1',
    });
  });

  it('a refusal keeps its status, code and facts', async () => {
    const { http, signIn, scoring } = testConsole();
    const refusal = { status: 409, code: 'already-decided', facts: { by: 'member-2', at: 5 } };
    scoring.answers.set('POST /branch-months/dongwan/2026-10/decisions', { refusal });
    const cookie = await signIn();
    const answer = await http
      .post('/api/branch-months/dongwan/2026-10/decisions')
      .set({ ...fromOurPage, cookie })
      .send(decision);
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([409, 'already-decided', { by: 'member-2', at: 5 }]);
  });

  it('a month that is not theirs is not found', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('GET /branch-months/other/2026-10', { refusal: { status: 404, code: 'not-found', facts: {} } });
    const answer = await http.get('/api/branch-months/other/2026-10').set('cookie', await signIn());
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('a path that is no id reaches no service', async () => {
    const { http, signIn, scoring } = testConsole();
    const answer = await http.get('/api/branch-months/..%2Finternal/2026-10').set('cookie', await signIn());
    expect(answer.status).toBe(400);
    expect(scoring.asked).toEqual([]);
  });

  it('there is no way to a service’s own routes', async () => {
    const { http, signIn } = testConsole();
    const cookie = await signIn();
    for (const path of ['/api/internal/cards', '/internal/cards', '/api/members']) {
      expect((await http.get(path).set('cookie', cookie)).status).toBe(404);
    }
  });
});

describe('支部本月', () => {
  it('counts the working days that are left, holidays left out', async () => {
    const { http, signIn, scoring, member } = testConsole();
    scoring.answers.set('GET /branch-months/dongwan/2026-10', { value: aMonth() });
    member.answers.set('GET /clock', clockAt('2026-11-13'));
    member.answers.set('GET /calendar/2026', calendar);
    const answer = await http.get('/api/branch-months/dongwan/2026-10').set('cookie', await signIn());
    expect([answer.body.today, answer.body.workingDaysLeft]).toEqual(['2026-11-13', 4]);
  });

  it('is shown without that count while the calendar is not published', async () => {
    const { http, signIn, scoring, member } = testConsole();
    scoring.answers.set('GET /branch-months/dongwan/2026-10', { value: aMonth() });
    member.answers.set('GET /clock', clockAt('2026-11-13'));
    const answer = await http.get('/api/branch-months/dongwan/2026-10').set('cookie', await signIn());
    expect([answer.status, answer.body.workingDaysLeft]).toEqual([200, undefined]);
  });
});

describe('积分申报', () => {
  const form = {
    ...{ branchId: 'dongwan', branchName: '东湾村党支部', period: '2026-10', memberId: 'member-5', memberName: '党员五' },
    ...{
      state: 'waiting',
      open: true,
      late: false,
      lastDay: '2026-11-20',
      ceiling: 600,
      pledges: [],
      rewardItems: [],
      next: { role: 'recorder' },
    },
  };
  const path = '/branch-months/dongwan/2026-10/applications/member-5';

  it.each([
    ['the working days that are left, holidays left out', '2026-11-13', calendar, 4],
    ['none on the last day', '2026-11-20', calendar, 0],
    [
      'no count while the calendar is not published',
      '2026-11-13',
      { refusal: { status: 404, code: 'calendar-missing', facts: {} } },
      undefined,
    ],
  ])('shows %s', async (_what, today, year, left) => {
    const { http, signIn, scoring, member } = testConsole();
    scoring.answers.set(`GET ${path}`, { value: form });
    member.answers.set('GET /clock', clockAt(today));
    member.answers.set('GET /calendar/2026', year);
    const answer = await http.get(`/api${path}`).set('cookie', await signIn());
    expect([answer.status, answer.body.memberName, answer.body.workingDaysLeft]).toEqual([200, '党员五', left]);
  });

  it('of somebody else is not found', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set(`GET ${path}`, { refusal: { status: 404, code: 'not-found', facts: {} } });
    expect((await http.get(`/api${path}`).set('cookie', await signIn())).status).toBe(404);
  });
});

describe('工作日历', () => {
  const sheet = { year: 2027, version: 0, source: 'weekends-only', confirmed: false, mayEdit: true, days: [] };
  const entry = { year: 2027, holidays: ['2027-01-01'], makeUpDays: [], confirmed: true, reason: '通知', replaces: 0 };

  it('is read from member, day by day', async () => {
    const { http, signIn, member } = testConsole();
    member.answers.set('GET /calendar/2027/sheet', { value: sheet });
    const answer = await http.get('/api/calendar/2027/sheet').set('cookie', await signIn());
    expect([answer.status, answer.body]).toEqual([200, sheet]);
    expect((await http.get('/api/calendar/1999/sheet').set('cookie', await signIn())).status).toBe(400);
  });

  it('is entered at member as the one who is signed in, and a refusal keeps its code and facts', async () => {
    const { http, signIn, member } = testConsole();
    const send = async () =>
      http
        .put('/api/calendar/2027')
        .set({ ...fromOurPage, cookie: await signIn() })
        .send(entry);
    member.answers.set('PUT /calendar/2027', { value: { ...sheet, version: 1, source: 'entered' } });
    expect((await send()).body.version).toBe(1);
    expect(member.asked.at(-1)).toEqual({ method: 'put', path: '/calendar/2027', body: entry, actingFor: 'person-1' });
    member.answers.set('PUT /calendar/2027', { refusal: { status: 409, code: 'calendar-changed-meanwhile', facts: { year: 2027 } } });
    const refused = await send();
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([409, 'calendar-changed-meanwhile', { year: 2027 }]);
  });
});

describe('延期', () => {
  it('of all branches says beforehand whom it concerns, as scoring counts it', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('GET /extensions/2026-10/reach', { value: { waiting: 12, moved: 10, done: 3 } });
    const answer = await http.get('/api/extensions/2026-10/reach?step=review&lastDay=2026-11-20').set('cookie', await signIn());
    expect([answer.status, answer.body]).toEqual([200, { waiting: 12, moved: 10, done: 3 }]);
    expect(scoring.asked.at(-1)).toMatchObject({ query: { step: 'review', lastDay: '2026-11-20' }, actingFor: 'person-1' });
  });

  const given = { step: 'registration', lastDay: '2026-11-16', reason: '汛期值守' };
  const send = async ({ http, signIn }: ReturnType<typeof testConsole>, path: string, body: object = given) =>
    http
      .put(path)
      .set({ ...fromOurPage, cookie: await signIn() })
      .send(body);

  it.each(['/branches/dongwan/extensions/2026-10', '/extensions/2026-10'])(
    '%s is asked of member, as the one who is signed in',
    async (path) => {
      const desk = testConsole();
      desk.member.answers.set(`PUT ${path}`, { value: { extensions: [given] } });
      const answer = await send(desk, `/api${path}`);
      expect([answer.status, answer.body]).toEqual([200, { extensions: [given] }]);
      expect(desk.member.asked.at(-1)).toEqual({ method: 'put', path, body: given, actingFor: 'person-1' });
    },
  );

  it('that is refused keeps its code and facts', async () => {
    const desk = testConsole();
    const refusal = { status: 409, code: 'extension-not-later', facts: { step: 'registration', lastDay: '2026-11-17' } };
    desk.member.answers.set('PUT /branches/dongwan/extensions/2026-10', { refusal });
    const answer = await send(desk, '/api/branches/dongwan/extensions/2026-10');
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([
      409,
      'extension-not-later',
      { step: 'registration', lastDay: '2026-11-17' },
    ]);
  });

  it('without a reason, or of a step that only passes, reaches no service', async () => {
    const desk = testConsole();
    for (const body of [
      { ...given, reason: '' },
      { ...given, step: 'publicity' },
    ])
      expect((await send(desk, '/api/branches/dongwan/extensions/2026-10', body)).status).toBe(400);
    expect(desk.member.asked.filter(({ method }) => method === 'put')).toEqual([]);
  });

  it('is not for somebody who is not signed in', async () => {
    const { http, member } = testConsole();
    expect((await http.put('/api/extensions/2026-10').set(fromOurPage).send(given)).status).toBe(401);
    expect(member.asked).toEqual([]);
  });
});

describe('待办', () => {
  const calendarTodo = { key: 'enter-calendar/2027', kind: 'enter-calendar', year: 2027 };

  it('are shown even while the messages cannot be fetched', async () => {
    const { http, signIn, scoring, member, notification } = testConsole();
    scoring.answers.set('GET /todos', { value: { items: [] } });
    member.answers.set('GET /todos', { value: { items: [calendarTodo] } });
    notification.answers.set('GET /inbox', 'unreachable');
    const answer = await http.get('/api/todos').set('cookie', await signIn());
    expect([answer.status, answer.body]).toEqual([200, { items: [], county: [calendarTodo] }]);
    expect(member.asked.at(-1)).toMatchObject({ path: '/todos', actingFor: 'person-1' });
  });

  it('name the branch of a message by what it says itself, and ask member only about one that says nothing', async () => {
    const { http, signIn, scoring, notification, member } = testConsole();
    const message = { id: 'm1', template: 'step-opened', branchId: 'dongwan', period: '2026-10', round: 1, facts: {}, at: 1 };
    const items = [
      { ...message, facts: { branchName: '东湾村党支部' } },
      { ...message, id: 'm2', branchId: 'lixi' },
    ];
    member.answers.set('GET /todos', { value: { items: [] } });
    scoring.answers.set('GET /todos', { value: { items: [] } });
    notification.answers.set('GET /inbox', { value: { items, unread: 2 } });
    const told = { committeeId: 'lianhu', committeeName: '莲湖镇党委', sector: 'village-community', partyDay: 5, posts: [], version: 1 };
    const card = { branchId: 'lixi', name: '李溪村党支部', path: '/qinghe/lianhu/lixi', ...told };
    member.answers.set('GET /branches/lixi', { value: { ...card, objectionsTo: { name: '李四', telephone: '0917-0000000' } } });
    const answer = await http.get('/api/todos').set('cookie', await signIn());
    const named = answer.body.messages.items.map(({ id, branchName }: { id: string; branchName: string }) => [id, branchName]);
    expect(named).toEqual([
      ['m1', '东湾村党支部'],
      ['m2', '李溪村党支部'],
    ]);
    expect(member.asked.map(({ path }) => path)).toEqual(['/me', '/todos', '/branches/lixi']);
  });

  it('ask to come back when scoring cannot be reached', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('GET /todos', 'unreachable');
    const answer = await http.get('/api/todos').set('cookie', await signIn());
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'service-unavailable', '5']);
  });
});

describe('各支部进度', () => {
  it('is narrowed to a committee by scoring, which knows the scope of who asks', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('GET /branch-months', { value: { items: [], total: 0, page: 1, pageSize: 20 } });
    const answer = await http.get('/api/branch-months?organisation=/qinghe/lianhu').set('cookie', await signIn());
    expect(answer.status).toBe(200);
    expect(scoring.asked).toMatchObject([{ query: { organisation: '/qinghe/lianhu' }, actingFor: 'person-1' }]);
  });

  it('offers the committees that member names', async () => {
    const { http, signIn, member } = testConsole();
    const committees = [{ id: 'lianhu', path: '/qinghe/lianhu', name: '莲湖镇党委' }];
    member.answers.set('GET /committees', { value: { committees } });
    const answer = await http.get('/api/committees').set('cookie', await signIn());
    expect([answer.status, answer.body]).toEqual([200, { committees }]);
    expect(member.asked.at(-1)).toMatchObject({ path: '/committees', actingFor: 'person-1' });
  });
});

describe('催办', () => {
  const organisation = '/qinghe/lianhu/dongwan';
  const reminder = { organisation, branchId: 'dongwan', period: '2026-10', round: 1, step: 'review' };

  it('is passed on as it is, in the name of who presses, and how many were told is shown', async () => {
    const { http, signIn, notification } = testConsole();
    notification.answers.set('POST /reminders', { value: { accepted: 2, repeated: 0 } });
    const answer = await http
      .post('/api/reminders')
      .set({ ...fromOurPage, cookie: await signIn() })
      .send(reminder);
    expect([answer.status, answer.body]).toEqual([200, { accepted: 2, repeated: 0 }]);
    expect(notification.asked).toEqual([{ method: 'post', path: '/reminders', body: reminder, actingFor: 'person-1' }]);
  });

  it('is refused with the reason that notification gives', async () => {
    const { http, signIn, notification } = testConsole();
    notification.answers.set('POST /reminders', { refusal: { status: 409, code: 'nothing-outstanding', facts: {} } });
    const answer = await http
      .post('/api/reminders')
      .set({ ...fromOurPage, cookie: await signIn() })
      .send(reminder);
    expect([answer.status, answer.body.code]).toEqual([409, 'nothing-outstanding']);
  });

  it('reaches nobody from another page, nor with a person to be told', async () => {
    const { http, signIn, notification } = testConsole();
    const cookie = await signIn();
    expect((await http.post('/api/reminders').set({ cookie }).send(reminder)).status).toBe(403);
    const named = await http
      .post('/api/reminders')
      .set({ ...fromOurPage, cookie })
      .send({ ...reminder, recipients: ['person-2'] });
    expect(named.status).toBe(400);
    expect(notification.asked).toEqual([]);
  });
});

describe('the business day', () => {
  it('is moved on in the demo only', async () => {
    const demo = testConsole();
    demo.member.answers.set('POST /clock/advance', { value: clockAt('2026-11-16').value });
    demo.member.answers.set('GET /clock', clockAt('2026-11-16'));
    const moved = await demo.http
      .post('/api/clock/advance')
      .set({ ...fromOurPage, cookie: await demo.signIn() })
      .send({ workingDays: 1 });
    expect([moved.status, moved.body]).toEqual([200, { today: '2026-11-16' }]);
    const production = testConsole({ profile: 'production' });
    const refused = await production.http
      .post('/api/clock/advance')
      .set({ ...fromOurPage, cookie: await production.signIn() })
      .send({ workingDays: 1 });
    expect(refused.status).toBe(404);
  });
});

describe('评分方案', () => {
  const listed = { items: [], page: 1, pageSize: 20, total: 0 };

  it('is asked of scoring as the one who is signed in, by sector and page', async () => {
    const { http, signIn, scoring } = testConsole();
    scoring.answers.set('GET /scheme-versions', { value: listed });
    const cookie = await signIn();
    const answer = await http.get('/api/scheme-versions?sector=village-community').set('cookie', cookie);
    expect([answer.status, answer.body]).toEqual([200, listed]);
    expect(scoring.asked[0]).toMatchObject({
      path: '/scheme-versions',
      query: { sector: 'village-community', page: 1 },
      actingFor: 'person-1',
    });
    expect((await http.get('/api/scheme-versions?sector=nowhere').set('cookie', cookie)).status).toBe(400);
  });

  it('takes a file of a megabyte, and hands on what is wrong in it', async () => {
    const { http, signIn, scoring } = testConsole();
    const reasons = [{ code: 'not-json', path: '', values: {} }];
    scoring.answers.set('PUT /scheme-versions/v1', { refusal: { status: 422, code: 'scheme-unreadable', facts: { reasons } } });
    const body = (bytes: number) => ({ sector: 'village-community', origin: { kind: 'file', name: 'a.json', text: '"'.repeat(bytes) } });
    const send = async (bytes: number) =>
      http
        .put('/api/scheme-versions/v1')
        .set({ ...fromOurPage, cookie: await signIn() })
        .send(body(bytes));
    const refused = await send(1_024 * 1_024);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([422, 'scheme-unreadable', { reasons }]);
    expect((await send(1_100 * 1_024)).status).toBe(413);
  });
});
