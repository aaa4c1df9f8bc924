import { beforeEach, describe, expect, it } from '@jest/globals';
import { type EarlierMonthShape, earlierMonthsAnswer, earlierMonthsIssue } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aService, type TestApp, testApp } from '@jifen/test-kit';
import { otherSuperior, recorder, stranger, superior } from '../decisions/october.builders.ts';
import { department, type EarlierWorld, earlierWorld, paperLine, paperMonth } from './earlier.builders.ts';
import { earlierMonthRoutes } from './earlier-months.routes.ts';

let world: EarlierWorld;
let app: TestApp;
beforeEach(async () => {
  world = await earlierWorld();
  app = await testApp(earlierMonthRoutes(world.reads), { clock: world.clock });
});

async function send(months: unknown[], caller: Caller = superior, branchId = 'dongwan') {
  const authorization = `Bearer ${await app.identity.tokenFor(caller)}`;
  return app.http.post(`/branches/${branchId}/earlier-months`).set('authorization', authorization).send({ source: '纸质台账补录', months });
}

describe('POST /branches/:branchId/earlier-months', () => {
  it.each([
    ['the supervising committee', superior],
    ['the county department', department],
  ])('brings a file in for %s, and is audited month by month', async (_who, caller) => {
    const sent = await send([paperMonth(4), paperMonth(3)], caller);
    expect(sent.status).toBe(200);
    expect(earlierMonthsAnswer.parse(sent.body)).toEqual({
      months: [
        { period: '2026-03', actId: 'paper-03', lines: 8 },
        { period: '2026-04', actId: 'paper-04', lines: 8 },
      ],
    });
    const [entry] = world.acts.pendingOf('paper-03');
    expect(entry?.payload).toMatchObject({
      action: 'earlier-month-brought-in',
      actor: caller.personId,
      target: 'dongwan/2026-03',
      organisation: '/qinghe/lianhu/dongwan',
      details: { actId: 'paper-03', lines: 8 },
      result: 'done',
    });
  });

  it('answers the same to the same file, and 409 to another under its ids', async () => {
    const first = await send([paperMonth(3)]);
    expect((await send([paperMonth(3)])).body).toEqual(first.body);
    const other = await send([paperMonth(3, { filedOn: '2026-04-20' })]);
    expect([other.status, other.body.code, other.body.facts]).toEqual([409, 'different-body', { actId: 'paper-03' }]);
  });

  it('answers 400 with every error of the file, each with its place and value', async () => {
    const wrong = paperMonth(4, {
      postedOn: '2026-05-01',
      lines: [paperLine(1, { task: { kind: 'decided', amount: 601 } }), paperLine(77)],
    });
    const sent = await send([paperMonth(3), wrong]);
    expect([sent.status, sent.body.code]).toEqual([400, 'earlier-months-wrong']);
    expect(earlierMonthsIssue.array().parse(sent.body.facts.issues)).toEqual([
      { path: 'body.months.1.postedOn', code: 'posted-before-the-meeting', value: '2026-05-01', facts: {} },
      {
        path: 'body.months.1.lines.0.task',
        code: 'exceeds-ceiling',
        value: { kind: 'decided', amount: 601 },
        facts: { amount: 601, ceiling: 600, memberId: 'member-1' },
      },
      { path: 'body.months.1.lines.1.memberId', code: 'not-of-the-branch', value: 'member-77', facts: { memberId: 'member-77' } },
    ]);
    expect(await world.months.find('dongwan', '2026-03')).toBeUndefined();
  });

  it.each([
    ['a day that does not exist', [{ ...paperMonth(3), filedOn: '2026-02-30' }]],
    ['two months of one id', [paperMonth(3), paperMonth(4, { actId: 'paper-03' })]],
    ['a month without lines', [paperMonth(3, { lines: [] })]],
    ['no month', []],
    ['thirteen months', Array.from({ length: 13 }, (_, n) => paperMonth(3, { actId: `paper-${n}` }))],
    ['a line of half a hundredth', [paperMonth(3, { lines: [paperLine(1, { task: { kind: 'decided', amount: 0.5 } })] })]],
    ['501 lines', [paperMonth(3, { lines: Array.from({ length: 501 }, (_, n) => paperLine(n)) })]],
  ] as [string, EarlierMonthShape[]][])('is no file with %s', async (_what, months) => {
    const sent = await send(months);
    expect([sent.status, sent.body.code]).toEqual([400, 'invalid-request']);
  });

  it('is forbidden to posts of the branch, not for processes, and answers 404 outside the caller’s scope', async () => {
    const answers = [];
    for (const caller of [recorder, aService('branch-worker'), stranger, otherSuperior])
      answers.push((await send([paperMonth(3)], caller)).status);
    expect(answers).toEqual([403, 401, 403, 404]);
    expect((await send([paperMonth(3)], superior, 'xiwan')).status).toBe(404);
    expect(world.acts.all().filter(({ kind }) => kind === 'bring-in')).toEqual([]);
  });
});
