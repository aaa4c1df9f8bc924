import type { DecisionContent } from '@jifen/contracts';
import { type Action, actorOf, may, ok, personId, type Result, refuse, rolesFor } from '@jifen/domain';
import { type DecisionRule, monthSteps, ruleOf } from '@jifen/domain/proceedings';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, rolesWithin } from '../access/access.ts';
import type { ActAuthor } from '../acts/act.store.ts';
import type { BranchMonthRecord } from '../branch-months/branch-month.store.ts';

const rows: readonly { readonly decides: Readonly<Record<string, DecisionRule>> }[] = monthSteps;

/** Of decisions of every kind, as the table of the steps names them. */
export const decisionActions: readonly Action[] = [
  ...new Set(rows.flatMap(({ decides }) => Object.values(decides).map(({ action }) => action))),
];

/** Whoever acts for themselves, as a member; or by the post that is named. */
export const asMember = ({ personId, memberId, service }: Caller, role: string = 'member'): ActAuthor => ({
  personId: personId ?? service,
  memberId,
  service,
  role,
});

export type Deciding = { caller: Caller; record: BranchMonthRecord; kind: DecisionContent['kind']; at: number };

/** Whether the caller's posts allow this kind of decision here, and by which of them they decide. Person by person the regulation judges. */
export function authorOf({ caller, record, kind, at }: Deciding): Result<ActAuthor, AccessRefusal> {
  const { action } = ruleOf(kind);
  const resource = { organisation: record.path, personIdsWhoEntered: record.state.enteredBy.map((id) => personId(id)) };
  const permission = may(actorOf(caller), action, resource, at);
  if (permission === 'invisible') return refuse({ code: 'not-found' });
  if (permission === 'forbidden' || caller.personId === undefined) return refuse({ code: 'forbidden', action });
  const role = rolesWithin(caller, record.path, at).find((held) => rolesFor[action].includes(held)) ?? 'member';
  return ok({ personId: caller.personId, memberId: caller.memberId, service: caller.service, role });
}
