import type { BranchCard, BroughtIn } from '@jifen/contracts';
import { actId, closedEarlierMonth, personId, startOfDay } from '@jifen/domain';
import type { Act, ActStore } from '../acts/act.store.ts';
import { refusalOf } from '../acts/refusal.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import type { CardStore } from '../cards/card.store.ts';
import { newRecord, stateInput } from '../opening/new-record.ts';
import { event } from '../outbox/events.ts';
import { type Accepted, type JudgingPorts, judgeMonths } from './judge-months.ts';

export type BringInPorts = JudgingPorts & {
  months: Pick<BranchMonthStore, 'find' | 'insert'>;
  acts: ActStore;
  cards: Pick<CardStore, 'branch' | 'members'>;
  realNow: () => number;
};

/**
 * The record of the month decides whether the act that brought it is effective. From here its lines go the way of every resolution's:
 * the relay projects them. Nothing starts a process or tells anybody.
 */
export async function bringIn(ports: Pick<BringInPorts, 'months' | 'acts' | 'realNow'>, act: Act, record: BranchMonthRecord): Promise<Act> {
  const { branchId, period } = act;
  const project = event('project', act._id, ports.realNow(), { branchId, period, actId: act._id });
  const written = await ports.months.insert(record, [project]);
  const there = written === 'inserted' ? record : await ports.months.find(branchId, period);
  return conclude(ports, act, there);
}

async function conclude({ acts }: Pick<BringInPorts, 'acts'>, act: Act, there: BranchMonthRecord | undefined): Promise<Act> {
  if (there?.actIds.includes(act._id)) {
    await acts.becomeEffective(act._id, []);
    return { ...act, status: 'effective' };
  }
  const code = there?.broughtIn ? 'month-imported-already' : 'month-run-by-process';
  return refused({ acts }, act, { code, facts: { period: act.period } });
}

async function refused({ acts }: Pick<BringInPorts, 'acts'>, act: Act, refusal: NonNullable<Act['refusal']>): Promise<Act> {
  await acts.becomeRefused(act._id, refusal, []);
  return { ...act, status: 'refused', refusal };
}

/** After a crash between the act and its record: the relay goes on from the act. Repeated, it changes nothing. */
export async function resumeBringIn(ports: BringInPorts, id: string): Promise<void> {
  const act = await ports.acts.find(id);
  if (act?.status !== 'pending' || act.content.kind !== 'bring-in') return;
  const there = await ports.months.find(act.branchId, act.period);
  const card = await ports.cards.branch(act.branchId);
  if (there || !card) return void (await conclude(ports, act, there));
  const { kind: _kind, source: _source, ...content } = act.content;
  const shape = { actId: act._id, period: act.period, ...content };
  const { accepted, issues } = await judgeMonths(ports, { card, months: [shape], now: act.at, leaveOut: [act.period] });
  const [month] = accepted;
  if (month) await bringIn(ports, act, recordOf(month, card, act));
  else await refused(ports, act, refusalOf({ ...issues[0]?.facts, code: issues[0]?.code ?? 'refused' }));
}

/** A month that was never open: closed, with the paper's values and days. */
export function recordOf({ shape, month, ...accepted }: Accepted, card: BranchCard, act: Act): BranchMonthRecord {
  const { period, postedOn, filedOn } = month;
  const frozen = { ...accepted, card, period };
  const entered = { actId: actId(act._id), by: personId(act.by.personId), at: act.at };
  const state = closedEarlierMonth({ ...stateInput(frozen), month, entered });
  return {
    ...newRecord(frozen, state, act.at),
    meetingOn: shape.meeting.heldOn,
    publications: [{ round: state.round, postedOn, filedAt: startOfDay(filedOn) }],
    broughtIn: broughtInBy(act),
    actIds: [act._id],
    awaitingProjection: act._id,
  };
}

function broughtInBy({ at, by, content }: Act): BroughtIn {
  const role = by.role === 'county-organisation-department' ? by.role : 'supervising-committee';
  return { source: content.kind === 'bring-in' ? content.source : '', at, role };
}
