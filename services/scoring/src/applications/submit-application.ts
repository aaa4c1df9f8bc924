import type { ActAnswer, ApplicationBody } from '@jifen/contracts';
import { ok, type Participant, type Result, refuse } from '@jifen/domain';
import { type AccessRefusal, permitted, rolesWithin } from '../access/access.ts';
import type { Act } from '../acts/act.store.ts';
import { bodyHash } from '../acts/body-hash.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { decisionOf } from '../month-acts/domain-decision.ts';
import { take } from '../month-acts/evolve-record.ts';
import {
  type ApplicationPorts,
  type ApplicationRefusal,
  type Asking,
  answerRepeated,
  applicationKey,
  contentOf,
  foldedAnswer,
  noCalendar,
  participantOf,
  recordedEvents,
  refusedUnlessRecorded,
} from './application.ts';

export type SubmitApplication = Asking & { body: ApplicationBody };
type Entry = SubmitApplication & { record: BranchMonthRecord; participant: Participant };

/** A member's application, in time or late, or entered from his paper. Effective at once; only one may be live. */
export async function submitApplication(
  ports: ApplicationPorts,
  asking: SubmitApplication,
): Promise<Result<ActAnswer, ApplicationRefusal>> {
  const record = await ports.months.find(asking.branchId, asking.period);
  const participant = record && participantOf(record, asking.memberId);
  if (!participant) return refuse({ code: 'not-found' });
  const entry = { ...asking, record, participant };
  const permission = mayEnter(entry);
  if (!permission.ok) return permission;
  const hash = bodyHash([asking.branchId, asking.period, asking.memberId, asking.body]);
  const act = actOf(entry, hash, ports.realNow());
  const checked = check(entry, act);
  if (!checked.ok) return refusedUnlessRecorded(ports, { actId: act._id, hash }, checked);
  const inserted = await ports.acts.insert(act, recordedEvents(asking.audit, record.path, act));
  if (inserted.outcome === 'repeated') return answerRepeated(inserted.act, hash);
  if (inserted.outcome === 'taken') return refuse({ code: 'already-applied', memberId: participant.memberId });
  return foldedAnswer(ports, record, act);
}

/** For himself, or for another with his signed paper. */
function mayEnter({ caller, now, memberId, body, record }: Entry): Result<true, AccessRefusal> {
  const action = body.onBehalf ? 'application:submit-on-behalf' : 'application:submit';
  return permitted({ caller, action, organisation: record.path, member: memberId, at: now });
}

function check({ body, memberId, now, record }: Entry, act: Act): Result<true, ApplicationRefusal> {
  const silent = body.fulfilments.find(({ state, sentence }) => state !== 'done' && sentence === undefined);
  if (silent) return refuse({ code: 'sentence-required', pledgeId: silent.pledgeId });
  const late = now >= record.state.applicationBy;
  if (late && body.lateReason === undefined) return refuse({ code: 'late-reason-required', memberId });
  const taken = take(record.state, decisionOf(record, act, noCalendar), now);
  return taken.ok ? ok(true) : taken;
}

function roleOf({ body, caller, record, now }: Entry): string {
  if (!body.onBehalf) return 'member';
  return rolesWithin(caller, record.path, now).find((role) => role === 'recorder') ?? 'township-clerk';
}

function actOf(entry: Entry, hash: string, enteredAt: number): Act {
  const { branchId, period, memberId, body, caller, now } = entry;
  return {
    _id: body.actId,
    kind: 'application',
    branchId,
    period,
    round: 1,
    memberId,
    businessKey: applicationKey(entry),
    live: true,
    unfolded: true,
    status: 'effective',
    by: { personId: caller.personId ?? caller.service, memberId: caller.memberId, service: caller.service, role: roleOf(entry) },
    at: now,
    enteredAt,
    bodyHash: hash,
    content: contentOf(body),
    onBehalf: body.onBehalf,
  };
}
