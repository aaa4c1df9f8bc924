import type { BranchCard, EarlierMonthShape, EarlierMonthsBody, EarlierMonthsIssue } from '@jifen/contracts';
import { ok, type Result, refuse, rolesFor } from '@jifen/domain';
import type { Caller, RouteAudit } from '@jifen/service-kit';
import { type AccessRefusal, permitted, rolesWithin } from '../access/access.ts';
import type { Act, ActAuthor, ActRefusal } from '../acts/act.store.ts';
import { bodyHash } from '../acts/act.store.ts';
import { branchMonthId } from '../branch-months/branch-month.store.ts';
import { event, type Wake } from '../outbox/events.ts';
import { type ProjectionPorts, projectAct } from '../projection/project-act.ts';
import { type BringInPorts, bringIn, recordOf, resumeBringIn } from './bring-in.ts';
import { type Accepted, judgeMonths } from './judge-months.ts';

export type ImportPorts = BringInPorts & ProjectionPorts & { wake: Wake };
export type ImportEarlierMonths = {
  branchId: string;
  body: EarlierMonthsBody;
  caller: Caller;
  /** Business time. */
  now: number;
  audit: RouteAudit['pending'];
};
export type ImportRefusal =
  | AccessRefusal
  /** The same id was sent with another body. */
  | { code: 'different-body'; actId: string }
  | { code: 'earlier-months-wrong'; issues: EarlierMonthsIssue[] }
  /** It was in order a moment ago; a month came into the record meanwhile. */
  | { code: 'overtaken'; refusal: ActRefusal };

const action = 'earlier-month:import';

/**
 * 以前月份补录: months that a branch settled on paper come into the record. A file is judged as a whole before anything is written;
 * its months are then written and projected one after the other, the oldest first: the sender waits for it, not the relay's other work.
 * Whoever sends it again after a break goes on where it broke.
 */
export async function importEarlierMonths(ports: ImportPorts, asked: ImportEarlierMonths): Promise<Result<Act[], ImportRefusal>> {
  const { branchId, body, caller, now } = asked;
  const card = await ports.cards.branch(branchId);
  if (!card) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action, organisation: card.path, at: now });
  if (!permission.ok) return permission;
  const sent = await sentBefore(ports, body);
  const other = sent.find(({ month, act }) => act && act.bodyHash !== hashOf(asked, month));
  if (other) return refuse({ code: 'different-body', actId: other.month.actId });
  const judged = await judgeMonths(ports, { card, months: body.months, now, leaveOut: sent.flatMap(({ act }) => act?.period ?? []) });
  const fresh = judged.accepted.filter(({ shape }) => sent.some(({ month, act }) => month === shape && !act));
  const issues = judged.issues.filter(({ path }) => !sent[Number(path.split('.')[2])]?.act);
  if (issues.length > 0) {
    const overtaken = known(await sentBefore(ports, body)) > known(sent);
    return overtaken ? importEarlierMonths(ports, asked) : refuse({ code: 'earlier-months-wrong', issues });
  }
  return write(ports, asked, { card, fresh, repeated: sent.flatMap(({ act }) => act ?? []) });
}

type Sent = { month: EarlierMonthShape; act: Act | undefined }[];
const sentBefore = ({ acts }: ImportPorts, { months }: EarlierMonthsBody): Promise<Sent> =>
  Promise.all(months.map(async (month) => ({ month, act: await acts.find(month.actId) })));
/** Another sending of the same file may be on its way: what it has written meanwhile is a repetition, no error. */
const known = (sent: Sent): number => sent.filter(({ act }) => act).length;

type Writing = { card: BranchCard; fresh: readonly Accepted[]; repeated: readonly Act[] };

async function write(
  ports: ImportPorts,
  asked: ImportEarlierMonths,
  { card, fresh, repeated }: Writing,
): Promise<Result<Act[], ImportRefusal>> {
  const acts: Act[] = [];
  for (const act of repeated) {
    await resumeBringIn(ports, act._id);
    acts.push(await projected(ports, (await ports.acts.find(act._id)) ?? act));
  }
  for (const accepted of [...fresh].sort((a, b) => a.month.period.localeCompare(b.month.period))) {
    const act = actOf(asked, card, accepted.shape, ports.realNow());
    acts.push(await projected(ports, await writeOne(ports, asked, { act, card, accepted })));
  }
  ports.wake();
  const overtaken = acts.find(({ status }) => status === 'refused');
  if (overtaken?.refusal) {
    await ports.acts.markTold(overtaken._id);
    return refuse({ code: 'overtaken', refusal: overtaken.refusal });
  }
  return ok(acts.sort((a, b) => a.period.localeCompare(b.period)));
}

async function projected(ports: ImportPorts, act: Act): Promise<Act> {
  if (act.status === 'effective') await projectAct(ports, { branchId: act.branchId, period: act.period, actId: act._id });
  return act;
}

async function writeOne(
  ports: ImportPorts,
  { audit }: ImportEarlierMonths,
  { act, card, accepted }: { act: Act; card: BranchCard; accepted: Accepted },
): Promise<Act> {
  const target = branchMonthId(act.branchId, act.period);
  const details = { actId: act._id, lines: accepted.shape.lines.length };
  const audited = audit({ target, role: act.by.role, organisation: card.path, details });
  const inserted = await ports.acts.insert(act, [audited, event('bring-in', act._id, act.enteredAt, { actId: act._id })]);
  const refused = (code: string, facts: ActRefusal['facts']): Act => ({ ...act, status: 'refused', refusal: { code, facts } });
  if (inserted.outcome === 'taken') return refused('month-imported-already', { period: act.period });
  const recorded = inserted.outcome === 'repeated' ? inserted.act : act;
  if (recorded.bodyHash !== act.bodyHash) return refused('different-body', { actId: act._id });
  return bringIn(ports, recorded, recordOf(accepted, card, recorded));
}

const hashOf = ({ branchId, body: { source }, caller }: ImportEarlierMonths, month: EarlierMonthShape) =>
  bodyHash([branchId, caller.personId, source, month]);

function actOf(asked: ImportEarlierMonths, card: BranchCard, month: EarlierMonthShape, enteredAt: number): Act {
  const { branchId, body, now } = asked;
  const { actId, period, ...content } = month;
  const head = {
    _id: actId,
    kind: 'bring-in' as const,
    subject: { kind: 'proceeding' as const, branchId, period },
    branchId,
    period,
    round: 1,
    businessKey: `${branchId}/${period}/bring-in`,
  };
  const by = authorOf(asked, card);
  return {
    ...head,
    live: true,
    status: 'pending',
    by,
    at: now,
    enteredAt,
    bodyHash: hashOf(asked, month),
    content: { kind: 'bring-in', source: body.source, ...content },
  };
}

function authorOf({ caller, now }: ImportEarlierMonths, { path }: BranchCard): ActAuthor {
  const role = rolesWithin(caller, path, now).find((held) => rolesFor[action].includes(held)) ?? '';
  return { personId: caller.personId ?? '', memberId: caller.memberId, service: caller.service, role };
}
