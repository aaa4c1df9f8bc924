import { type BranchMonthView, decisionKinds } from '@jifen/contracts';
import { ok, type Result, type Role, refuse } from '@jifen/domain';
import { stepAt } from '@jifen/domain/proceedings';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted, rolesWithin } from '../access/access.ts';
import type { ActStore } from '../acts/act.store.ts';
import type { BranchMonthListed, BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { withPostsHeld } from '../branch-months/posts-held.ts';
import type { CardStore } from '../cards/card.store.ts';
import { monthsTogether } from '../joint-months/months-together.ts';
import type { SheetStore } from '../sheets/sheet.store.ts';
import { monthView } from './month-view.ts';
import { forPlainMember } from './plain-member.ts';

export type ReadingPorts = {
  months: Pick<BranchMonthStore, 'find' | 'ofBranch'>;
  acts: Pick<ActStore, 'ofMonth'>;
  cards: Pick<CardStore, 'branch'>;
  sheets: Pick<SheetStore, 'totalsOfYear'>;
};
export type ReadBranchMonth = { branchId: string; period: string; caller: Caller; now: number };

const withoutPost: readonly Role[] = ['member'];

const isUnresolved = ({ stage, round }: BranchMonthListed) => round === 1 && stepAt(stage)?.process === 'meeting-side';

/** Of its year, without those that the same meeting decides. A later round is a supplement: the list was made without its lines. */
const unresolvedBefore = (months: readonly BranchMonthListed[], { period, state }: BranchMonthRecord): string[] =>
  months
    .filter((one) => one.period < period && one.period.slice(0, 4) === period.slice(0, 4) && isUnresolved(one))
    .map((one) => one.period)
    .filter((earlier) => !state.joint?.months.some((together) => together === earlier));

/** The whole grid for those with a post in the branch or above it, the publicity list for its other members. */
export async function readBranchMonth(ports: ReadingPorts, asking: ReadBranchMonth): Promise<Result<BranchMonthView, AccessRefusal>> {
  const { branchId, period, caller, now } = asking;
  const [kept, card] = await Promise.all([ports.months.find(branchId, period), ports.cards.branch(branchId)]);
  if (!kept || !card) return refuse({ code: 'not-found' });
  const record = withPostsHeld(kept, card, now);
  const permission = permitted({ caller, action: 'branch-month:read', organisation: record.path, at: now });
  if (!permission.ok) return permission;
  const memberIds = record.state.participants.map(({ memberId }) => memberId);
  const [acts, applications, sheets, beside, months] = await Promise.all([
    ports.acts.ofMonth({ branchId, period, kinds: [...decisionKinds, 'object'] }),
    ports.acts.ofMonth({ branchId, period, kinds: ['application'] }),
    ports.sheets.totalsOfYear(memberIds, Number(period.slice(0, 4))),
    monthsTogether(ports, record),
    ports.months.ofBranch(branchId),
  ]);
  const openBefore = unresolvedBefore(months, record);
  const view = monthView({ record, card, beside, acts, applications, sheets, openBefore, caller, now });
  const hasPost = caller.personId === undefined || rolesWithin(caller, record.path, now).some((role) => !withoutPost.includes(role));
  return ok(hasPost ? view : forPlainMember(view, caller.memberId));
}
