import { randomUUID } from 'node:crypto';
import type { PersonalExtension } from '@jifen/contracts';
import { ok, type Result, refuse } from '@jifen/domain';
import type { PendingEvent } from '@jifen/service-kit';
import { computeDeadlines, type DeadlinesDeps } from '../deadlines/compute-deadlines.ts';
import { extensionsId } from '../deadlines/month-extensions.ts';
import type { PersonStore } from '../people/person.store.ts';
import { decideAgainOnConflict } from '../record/versioned.store.ts';
import { checkDay, type ExtensionRefusal } from './extend-deadline.ts';

export type PersonalExtensionRefusal =
  | ExtensionRefusal
  | { code: 'unknown-member'; memberId: string }
  /** `lastDay` is that of the registration. */
  | { code: 'extension-after-registration'; lastDay: string };

type Deps = DeadlinesDeps & { people: PersonStore };
type MemberMonth = { branchId: string; period: string; memberId: string };
/** `now` is business time, `at` real time. */
type Input = { month: MemberMonth; given: PersonalExtension; now: number; at: number; audit: PendingEvent };
type Answer = { extensions: PersonalExtension[] };

/** 个别延期: gives one member a later last day to apply and has the month's deadlines computed again; the same once more changes nothing. */
export function extendForMember(deps: Deps, { month, given, now, at, audit }: Input): Promise<Result<Answer, PersonalExtensionRefusal>> {
  const { branchId, memberId } = month;
  const id = extensionsId(month);
  const changed = { id: randomUUID(), type: 'deadlines-changed', at, payload: { branchId } };
  return decideAgainOnConflict(async () => {
    const person = await deps.people.byMemberId(memberId);
    if (person?.value.membership?.branchId !== branchId) return refuse({ code: 'unknown-member', memberId });
    const [kept] = await deps.extensions.byIds([id]);
    const { extensions, personal = [] } = kept?.value ?? { extensions: [] };
    const before = personal.filter((one) => one.memberId === memberId).map(({ memberId: _own, ...rest }) => rest);
    if (before.at(-1)?.lastDay === given.lastDay) return ok({ extensions: before });
    const checked = await checkPersonal(deps, { month, given, now });
    if (!checked.ok) return checked;
    const value = { extensions, personal: [...personal, { ...given, memberId }] };
    await deps.extensions.write([{ id, value, replaces: kept?.version ?? 0, events: [audit, changed] }]);
    return ok({ extensions: [...before, given] });
  });
}

/** Later than the day that stands for this member, at most the registration's. */
async function checkPersonal(
  deps: Deps,
  { month: { branchId, period, memberId }, given, now }: Pick<Input, 'month' | 'given' | 'now'>,
): Promise<Result<true, PersonalExtensionRefusal>> {
  const day = await checkDay(deps, given.lastDay, now);
  if (!day.ok) return day;
  const month = await computeDeadlines(deps, { kind: 'month', branchId, period });
  if (!month.ok) return month;
  const { deadlines, members = [] } = month.value;
  const lastDayOf = (step: string) => deadlines.find((deadline) => deadline.step === step)?.lastDay ?? '';
  const standing = members.find((wait) => wait.memberId === memberId)?.lastDay ?? lastDayOf('application');
  if (day.value <= standing) return refuse({ code: 'extension-not-later', step: 'application', lastDay: standing });
  const registration = lastDayOf('registration');
  return day.value > registration ? refuse({ code: 'extension-after-registration', lastDay: registration }) : ok(true);
}
