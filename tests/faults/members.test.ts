import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { branchMonthPage, branchMonthView, personalExtensionsAnswer, processIds, standingAnswer } from '@jifen/contracts';
import { eventually } from '@jifen/test-kit';
import { randomOf } from '../../infra/demo/src/random.ts';
import { insist } from '../../infra/demo/src/world.ts';
import { withStore, withTemporal } from './ask-servers.ts';
import { check } from './check.ts';
import { required } from './environment.ts';
import { readSnapshot } from './read-snapshot.ts';
import { stackIn } from './stack.ts';
import { type System, systemUnderTest } from './system.ts';

jest.setTimeout(300_000);

const branchId = 'chengnan';
const county = 'p-chenghe-01';
const secretary = 'p-chengnan-01';
const postHolders = 8;
const patience = { withinMs: 120_000, everyMs: 250 };

type Extensions = { _id: string; value: { personal: { memberId: string; lastDay: string }[] } };

let system: System;
let period: string;
/** Members without a post who have not applied. */
let waiting: string[];

beforeAll(async () => {
  system = await systemUnderTest(stackIn(required('JIFEN_DATA_DIR')), randomOf('what is recorded of members'));
  period = await openPeriod();
  const { rows } = await month();
  const mayLeave = rows.filter(({ application, rosterNumber }) => application === 'waiting' && rosterNumber > postHolders);
  waiting = mayLeave.map(({ memberId }) => memberId);
});

async function openPeriod(): Promise<string> {
  const query = { page: 1, pageSize: 100 };
  const list = { method: 'get', path: '/branch-months', query, response: branchMonthPage, actingFor: county } as const;
  const { items } = await insist(system.world, system.world.scoring, list);
  return items.find((one) => one.branchId === branchId && one.stage === 'applying')?.period ?? '';
}

async function month() {
  const path = `/branch-months/${branchId}/${period}`;
  return insist(system.world, system.world.scoring, { method: 'get', path, response: branchMonthView, actingFor: county });
}

/** Acknowledged when it resolves; until then it is sent again, as by a person who presses the button again. */
async function leaves(memberId: string): Promise<void> {
  const body = { standing: 'transfer', on: `${period}-01`, document: '桐屿镇党委〔2026〕41号' };
  const path = `/members/${memberId}/standing`;
  await insist(system.world, system.world.member, { method: 'put', path, body, response: standingAnswer, actingFor: county });
}

async function isGivenUntil(memberId: string, lastDay: string): Promise<void> {
  const path = `/branches/${branchId}/extensions/${period}/members/${memberId}`;
  const body = { lastDay, reason: '在外住院' };
  await insist(system.world, system.world.member, { method: 'put', path, body, response: personalExtensionsAnswer, actingFor: secretary });
}

async function kill(...names: string[]): Promise<void> {
  const killed = system.stack.kill(names);
  expect(killed).toHaveLength(names.length);
  await eventually(async () => expect(await system.stack.notReady(killed)).toEqual([]), patience);
}

const ofMember = (memberId: string) =>
  withStore(system.servers, 'jifen_member', async (store) => {
    const person = await store.collection('people').findOne({ 'value.membership.memberId': memberId });
    return { standings: person?.value.standings?.length ?? 0, left: person?.value.membership.left?.because };
  });

const extensionsOf = (memberId: string) =>
  withStore(system.servers, 'jifen_member', async (store) => {
    const kept = await store.collection<Extensions>('extensions').findOne({ _id: `${period}/${branchId}` });
    return kept?.value.personal.filter((one) => one.memberId === memberId).map(({ lastDay }) => lastDay);
  });

const processOf = (memberId: string) =>
  withTemporal(system.servers, async ({ workflow }) => {
    const handle = workflow.getHandle(processIds.memberMonth(memberId, period));
    const { events } = await handle.fetchHistory();
    const heard = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? []);
    return { status: (await handle.describe()).status.name, heard: [...new Set(heard)] };
  });

/** Once in each store, out of the month, and its process has ended. */
async function hasLeft(memberId: string): Promise<void> {
  await eventually(async () => {
    const { rows, left = [] } = await month();
    expect(left.filter((one) => one.memberId === memberId)).toHaveLength(1);
    expect(rows.map((row) => row.memberId)).not.toContain(memberId);
    expect(await processOf(memberId)).toEqual({ status: 'COMPLETED', heard: expect.arrayContaining(['left']) });
  }, patience);
  await leaves(memberId);
  expect(await ofMember(memberId)).toEqual({ standings: 1, left: 'transfer' });
}

/** Every act, its audit entry and its month agree: nothing lost, nothing doubled. */
async function isSound(): Promise<void> {
  const snapshot = await readSnapshot(system.servers);
  expect(await check(system.history, snapshot)).toEqual([]);
  const leavings = snapshot.acts.filter(({ content, period: of }) => content.kind === 'leave' && of === period);
  expect(leavings.map(({ memberId, status }) => [memberId, status])).toEqual(leavings.map(({ memberId }) => [memberId, 'effective']));
  expect(new Set(leavings.map(({ memberId }) => memberId)).size).toBe(leavings.length);
}

describe('what is recorded of one member', () => {
  it('is neither lost nor doubled when member is killed as soon as it has acknowledged a leaving', async () => {
    const [leaver = ''] = waiting.splice(0, 1);
    await leaves(leaver);
    await kill('member');
    await hasLeft(leaver);
    await isSound();
  });

  it('is neither lost nor doubled when scoring and the workers are killed while it is on its way', async () => {
    const [leaver = '', extended = ''] = waiting.splice(0, 2);
    const lastDay = (await month()).deadlines.find(({ step }) => step === 'registration')?.lastDay ?? '';
    await Promise.all([leaves(leaver), isGivenUntil(extended, lastDay)]);
    await kill('scoring', 'branch-worker', 'member-worker');
    await eventually(async () => {
      const own = (await month()).rows.find(({ memberId }) => memberId === extended);
      expect(own).toMatchObject({ application: 'waiting', personalLastDay: lastDay });
      expect(await processOf(extended)).toEqual({ status: 'RUNNING', heard: expect.arrayContaining(['deadlinesChanged']) });
    }, patience);
    await hasLeft(leaver);
    await isGivenUntil(extended, lastDay);
    expect(await extensionsOf(extended)).toEqual([lastDay]);
    await isSound();
  });
});
