import type { MemberCard, ObjectionBody } from '@jifen/contracts';
import { objectionId, objectionNumber, ok, type Period, type Result, refuse, rolesFor } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted, rolesWithin } from '../access/access.ts';
import { type Act, type ActAuthor, type ActContent, bodyHash } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';
import { postedAmount } from '../branch-months/lines.ts';
import type { CardStore } from '../cards/card.store.ts';
import { asMember } from '../month-acts/permissions.ts';
import { type Asked, type RecordPorts, recordAct, type Said } from '../recording/record-act.ts';
import type { MonthRefusal } from '../recording/subject-row.ts';

export type ObjectionPorts = RecordPorts & { cards: Pick<CardStore, 'membersOf'> };
export type RaiseObjection = Asked & { branchId: string; period: string; body: ObjectionBody };
type Objector = NonNullable<Extract<ActContent, { kind: 'object' }>['objector']>;

/**
 * During publicity a member of the branch objects to a line of the list, or the branch records the objection for whoever brought it: one for
 * each objector, line and component.
 */
export async function raiseObjection(
  ports: ObjectionPorts,
  { branchId, period, body, ...asked }: RaiseObjection,
): Promise<Result<Act, AccessRefusal | MonthRefusal>> {
  const { caller, now } = asked;
  const members = await ports.cards.membersOf(branchId);
  const objectorFor = ({ participants }: BranchMonthRecord) => objectorAmong([...participants, ...members], { caller, body });
  return recordAct<MonthRefusal>(ports, {
    ...asked,
    subject: { kind: 'proceeding', branchId, period },
    actId: body.actId,
    kind: 'object',
    sent: [caller.personId, body],
    permit(record) {
      if (body.onBehalf) return recorderOf({ caller, now }, record);
      const member = objectorFor(record)?.memberId;
      if (member === undefined) return refuse({ code: 'not-found' });
      const permission = permitted({ caller, action: 'objection:raise', organisation: record.path, member, at: now });
      return permission.ok ? ok(asMember(caller)) : permission;
    },
    say(record) {
      const objector = objectorFor(record);
      return objector ? ok(objectionIn(record, body, objector)) : refuse({ code: 'not-found' });
    },
    taken: ({ _id }, { state }) => ({
      code: 'already-objected',
      period: period as Period,
      number: objectionNumber(state, objectionId(_id)),
    }),
  });
}

type Asking = { caller: Caller; body: ObjectionBody };

/** A member of the branch, with points or without, or by the name they gave somebody outside it. */
function objectorAmong(members: readonly MemberCard[], { caller, body: { onBehalf } }: Asking): Objector | undefined {
  if (onBehalf?.outsider !== undefined) return { name: onBehalf.outsider };
  const wanted = onBehalf ? onBehalf.memberId : caller.memberId;
  const card = members.find(({ memberId }) => memberId === wanted);
  return card && { memberId: card.memberId, personId: card.personId, name: card.name };
}

function recorderOf({ caller, now }: Pick<Asked, 'caller' | 'now'>, { path }: BranchMonthRecord): Result<ActAuthor, AccessRefusal> {
  const action = 'objection:raise-on-behalf';
  const permission = permitted({ caller, action, organisation: path, at: now });
  return permission.ok
    ? ok(
        asMember(
          caller,
          rolesWithin(caller, path, now).find((role) => rolesFor[action].includes(role)),
        ),
      )
    : permission;
}

function objectionIn(record: BranchMonthRecord, body: ObjectionBody, objector: Objector): Said {
  const { round, memberId, component, statement, wish, onBehalf } = body;
  const posted = postedAmount(record, body);
  const raisedBy = objector.memberId ?? `outsider-${bodyHash(objector.name).slice(0, 16)}`;
  return {
    round,
    memberId,
    businessKey: `${record._id}/objection-raised/${round}/${memberId}.${component}.${raisedBy}`,
    content: {
      kind: 'object',
      memberId,
      component,
      statement,
      objector,
      ...(wish === undefined ? {} : { wish }),
      ...(posted === undefined ? {} : { posted }),
      ...(onBehalf ? { way: onBehalf.way } : {}),
    },
  };
}
