import type { ApplicationBody } from '@jifen/contracts';
import { comesLate, memberId as memberIdOf, ok, type Result, refuse } from '@jifen/domain';
import { type AccessRefusal, permitted, rolesWithin } from '../access/access.ts';
import type { Act, ActAuthor } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { applicationLine } from '../branch-months/lines.ts';
import { asMember } from '../month-acts/permissions.ts';
import { type RecordPorts, recordAct } from '../recording/record-act.ts';
import { type ApplicationRefusal, type Asking, applicationContent, applicationKey, monthOf, participantOf } from './application.ts';

export type SubmitApplication = Asking & { body: ApplicationBody };

/** A member's application, in time or late, or entered from their paper; only one may be live. */
export function submitApplication(ports: RecordPorts, asking: SubmitApplication): Promise<Result<Act, ApplicationRefusal>> {
  const { memberId, body } = asking;
  return recordAct<ApplicationRefusal>(ports, {
    ...asking,
    subject: monthOf(asking),
    actId: body.actId,
    kind: 'application',
    sent: [memberId, body],
    permit: (record) => applicantOf(asking, record),
    say(record) {
      const missing = missingIn(asking, record);
      if (missing) return refuse(missing);
      return ok({ round: 1, memberId, businessKey: applicationKey(asking), content: applicationContent(body), onBehalf: body.onBehalf });
    },
    taken: () => ({ code: 'already-applied', memberId: memberIdOf(memberId) }),
  });
}

/** The member, or for them the recorder or a township clerk with their signed paper. */
function applicantOf({ caller, now, memberId, body }: SubmitApplication, record: BranchMonthRecord): Result<ActAuthor, AccessRefusal> {
  if (!participantOf(record, memberId)) return refuse({ code: 'not-found' });
  const action = body.onBehalf ? 'application:submit-on-behalf' : 'application:submit';
  const permission = permitted({ caller, action, organisation: record.path, member: memberId, at: now });
  if (!permission.ok) return permission;
  if (!body.onBehalf) return ok(asMember(caller));
  return ok(asMember(caller, rolesWithin(caller, record.path, now).find((role) => role === 'recorder') ?? 'township-clerk'));
}

/** A sentence where a pledge was not done in full, and the reason of a late application. */
function missingIn({ body, memberId, now }: SubmitApplication, record: BranchMonthRecord): ApplicationRefusal | undefined {
  const silent = body.fulfilments.find((fulfilment) => fulfilment.state !== 'done' && fulfilment.sentence === undefined);
  if (silent) return { code: 'sentence-required', pledgeId: silent.pledgeId };
  const participant = participantOf(record, memberId);
  if (!participant || body.lateReason !== undefined) return undefined;
  return comesLate(record.state, participant, applicationLine(participant, body), now)
    ? { code: 'late-reason-required', memberId }
    : undefined;
}
