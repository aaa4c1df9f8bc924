import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionContent, EntryLine } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { type TestApp, testApp } from '@jifen/test-kit';
import { decisionRoutes } from './decisions.routes.ts';
import { members, type October, october, recorder, registration, reviewer } from './october.builders.ts';

let world: October;
let app: TestApp;
beforeEach(async () => {
  world = await october();
  for (const n of members) await world.apply(n);
  app = await testApp(decisionRoutes(world.deps), { clock: world.clock });
});

async function decide(content: DecisionContent, caller: Caller): Promise<[number, string | undefined, Record<string, unknown>]> {
  const { rosterHash } = await world.record();
  const { status, body } = await app.http
    .post('/branch-months/dongwan/2026-10/decisions')
    .set('authorization', `Bearer ${await app.identity.tokenFor(caller)}`)
    .send({ actId: 'decided', round: 1, rosterHash, content });
  return [status, body.code, body.facts];
}

const absence: EntryLine = { item: 'unexcused-absence', amount: 50 };
type Line = (typeof registration.lines)[number];
const plain: Line[] = registration.lines.map(({ note: _note, ...line }) => line);
const registering = (of: Partial<Line>) =>
  decide({ kind: 'register', lines: plain.map((line) => (line.memberId === 'member-5' ? { ...line, ...of } : line)) }, recorder);

describe('a registration that is sent (step 4)', () => {
  it('as it was claimed needs no word', async () => expect((await registering({}))[0]).toBe(200));

  it('with other task points than claimed is refused without a reason, and taken with one', async () => {
    expect(await registering({ task: 599 })).toEqual([422, 'reason-required', { memberId: 'member-5' }]);
    expect((await registering({ task: 599, note: '第三周没有交记录' }))[0]).toBe(200);
  });

  it.each(['\u200b', '\u3164', '\u2800'])('with the reason %j is no request', async (note) => {
    expect((await registering({ task: 599, note }))[0]).toBe(400);
    expect(await world.acts.find('decided')).toBeUndefined();
  });

  it('with a deduction of which nobody knows why is refused, and taken with what it is for', async () => {
    const facts = { memberId: 'member-5', component: 'base', item: 'unexcused-absence', title: '无故缺席组织生活' };
    expect(await registering({ deductions: [absence] })).toEqual([422, 'basis-required', facts]);
    expect((await registering({ deductions: [{ ...absence, basis: '主题党日无故缺席' }] }))[0]).toBe(200);
  });

  it('that deducts more than the base points is refused with the item and the limit', async () => {
    const many = { ...absence, item: 'village-rule-failing', amount: 9_900, basis: '多次违反村规民约' };
    const [status, code, facts] = await registering({ deductions: [many] });
    expect([status, code, facts]).toMatchObject([422, 'deducts-more-than-base', { item: 'village-rule-failing', limit: 2000 }]);
  });
});

describe('a review that is sent (step 5)', () => {
  const change = { memberId: 'member-5', task: 600, rewards: [], reason: '支委会了解的情况' };

  it('asks for the grounds of a deduction too', async () => {
    await world.decide(recorder, registration);
    expect((await decide({ kind: 'review', changes: [{ ...change, deductions: [absence] }] }, reviewer)).slice(0, 2)).toEqual([
      422,
      'basis-required',
    ]);
    const grounded = { ...change, deductions: [{ ...absence, evidence: '签到表' }] };
    expect((await decide({ kind: 'review', changes: [grounded] }, reviewer))[0]).toBe(200);
  });
});
