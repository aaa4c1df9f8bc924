import type { BranchCard, NewSchemeVersion, SchemeVersionView } from '@jifen/contracts';
import type { Caller } from '@jifen/service-kit';
import { aCaller, aGrant, type TestApp, testApp } from '@jifen/test-kit';
import { aMemberCard } from '../cards/card.builders.ts';
import type { LedgerRow } from '../ledger/ledger.store.ts';
import type { EventPayloads } from '../outbox/events.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';
import { aSheet } from '../sheets/sheet.builders.ts';
import { continueComparison } from './continue-comparison.ts';
import { aScheme } from './scheme-version.builders.ts';
import { schemeRoutes } from './schemes.routes.ts';

export const department: Caller = aCaller({
  personId: 'person-80',
  memberId: undefined,
  grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })],
});
export const neighbours: Caller = {
  ...department,
  grants: [aGrant({ role: 'county-organisation-department', organisation: '/lingshan' })],
};

/** A scheme whose items the demo's rows know: absences at 0.5 or more, task points as decided, one plan. */
export function villageScheme(title: string, perAbsence: string): object {
  return {
    ...aScheme(title),
    classes: [
      { id: 'in-post', title: '在职党员' },
      { id: 'without-post', title: '无职党员' },
    ],
    score: {
      kind: 'sum',
      id: 'total',
      title: '年度积分',
      bounds: { atLeast: '0' },
      parts: [
        { kind: 'item', id: 'base-start', title: '年初基础分', measure: { kind: 'fixed', value: '20' } },
        { kind: 'item', id: 'unexcused-absence', title: '无故缺席', measure: { kind: 'count' }, each: [{ kind: 'times', by: perAbsence }] },
        { kind: 'item', id: 'decided', title: '任务分', measure: { kind: 'value', unit: '分', range: '[0,6]', together: 'sum' } },
      ],
    },
  };
}

export type Answer = { status: number; body: SchemeVersionView & { code?: string; facts?: Record<string, unknown> } };
export type SchemesWorld = ReadWorld & {
  app: TestApp;
  put(path: string, body: object, caller?: Caller): Promise<Answer>;
  post(path: string, caller?: Caller): Promise<Answer>;
  get(path: string, caller?: Caller): Promise<Answer>;
  draft(versionId: string, of?: Partial<NewSchemeVersion>): Promise<Answer>;
  /** Delivers what the relay would, once each; answers how many pages were looked at. */
  compareAll(versionId: string): Promise<number>;
  addBranch(branchId: string, of?: Partial<BranchCard>): Promise<void>;
  addMonth(member: { memberId: string; branchId?: string }, period: string, rows?: readonly Partial<LedgerRow>[]): Promise<void>;
};

/** The county of Qinghe on 26 October 2026 as the organisation department sees it; Dongwan has its October open. */
export async function schemesWorld(): Promise<SchemesWorld> {
  const world = await readWorld();
  const app = await testApp(schemeRoutes(world.reads), { clock: world.clock });
  const send = async (method: 'get' | 'put' | 'post', path: string, body: object | undefined, caller: Caller): Promise<Answer> => {
    const request = app.http[method](path).set('authorization', `Bearer ${await app.identity.tokenFor(caller)}`);
    const { status, body: answered } = await (body === undefined ? request : request.send(body));
    return { status, body: answered };
  };
  const put = (path: string, body: object, caller = department) => send('put', path, body, caller);
  const compareAll = async (versionId: string) => {
    let [done, pages] = [0, 0];
    for (;;) {
      const waiting = world.versions.pendingOf(versionId).filter(({ type }) => type === 'compare-schemes');
      if (waiting.length === done) return pages;
      for (const { payload } of waiting.slice(done)) {
        await continueComparison({ ...world.reads, breathe: async () => {} }, payload as EventPayloads['compare-schemes']);
        pages += 1;
      }
      done = waiting.length;
    }
  };
  return {
    ...world,
    app,
    put,
    post: (path, caller = department) => send('post', path, {}, caller),
    get: (path, caller = department) => send('get', path, undefined, caller),
    draft: (versionId, of = {}) =>
      put(`/scheme-versions/${versionId}`, { sector: 'village-community', origin: { kind: 'in-force' }, ...of }),
    compareAll,
    addBranch: async (branchId, of = {}) => {
      const dongwan = await world.reads.cards.branch('dongwan');
      if (!dongwan) throw new Error('Dongwan is not there');
      await world.reads.cards.keepBranches([
        { ...dongwan, branchId, path: `/qinghe/lianhu/${branchId}`, name: `${branchId}党支部`, ...of },
      ]);
      await world.reads.cards.keepMembers([aMemberCard(1, { branchId, memberId: `${branchId}-1` })]);
    },
    addMonth: async ({ memberId, branchId = 'dongwan' }, period, rows = []) => {
      await world.sheets.keep([aSheet({ memberId, branchId, period })]);
      await world.ledger.add(rows.map((row, index) => aRow(memberId, branchId, period, { _id: `${memberId}/${period}/${index}`, ...row })));
    },
  };
}

const aRow = (memberId: string, branchId: string, period: string, of: Partial<LedgerRow>): LedgerRow => ({
  _id: '',
  memberId,
  branchId,
  period,
  year: Number(period.slice(0, 4)),
  round: 1,
  component: 'base',
  item: 'unexcused-absence',
  amount: -50,
  actId: `meeting-${period}`,
  at: 1,
  onBehalf: false,
  ...of,
});
