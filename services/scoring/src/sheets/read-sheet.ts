import type { SheetView } from '@jifen/contracts';
import { localDateOf, ok, type Result, refuse } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import { type AccessRefusal, permitted } from '../access/access.ts';
import { countyOf } from '../access/organisation-paths.ts';
import type { Act, ActStore } from '../acts/act.store.ts';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { currentLine } from '../branch-months/counters.ts';
import type { CardStore } from '../cards/card.store.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import type { YearPlanStore } from '../plans/year-plan.store.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import type { Schemes } from '../scheme-library/scheme-library.ts';
import type { Sheet, SheetStore } from './sheet.store.ts';
import { sheetView } from './sheet-view.ts';

export type SheetPorts = {
  cards: Pick<CardStore, 'member' | 'branch'>;
  months: Pick<BranchMonthStore, 'find'>;
  acts: Pick<ActStore, 'find'>;
  plans: Pick<YearPlanStore, 'find'>;
  sheets: Pick<SheetStore, 'ofYear'>;
  ledger: Pick<LedgerStore, 'ofYear'>;
  schemes: Schemes;
};
export type ReadSheet = { memberId: string; year: number; caller: Caller; now: number };

/** A member's year, for themselves, the posts of their branch and those above it. */
export async function readSheet(ports: SheetPorts, { memberId, year, caller, now }: ReadSheet): Promise<Result<SheetView, AccessRefusal>> {
  const member = await ports.cards.member(memberId);
  const branch = member && (await ports.cards.branch(member.branchId));
  if (!branch) return refuse({ code: 'not-found' });
  const permission = permitted({ caller, action: 'sheet:read', organisation: branch.path, member: memberId, at: now });
  if (!permission.ok) return permission;
  const [sheets, rows, plan] = await Promise.all([
    ports.sheets.ofYear(memberId, year),
    ports.ledger.ofYear(memberId, year),
    ports.plans.find(branch.branchId, year),
  ]);
  const records = await monthsOf(ports, { branchId: branch.branchId, year, sheets, now });
  const applications = await tellingApplications(ports, records, memberId);
  const profile =
    records.at(-1)?.state.profile ??
    readyFrozen(await ports.schemes.inForce({ countyId: countyOf(branch.path), sector: branch.sector, period: `${year}-01` })).profile;
  return ok(sheetView({ member, branch, year, records, applications, sheets, rows, ceilings: plan?.ceilings ?? [], now, profile }));
}

/** Of a month's application only what came late or on paper says more than the line. */
async function tellingApplications({ acts }: SheetPorts, records: readonly BranchMonthRecord[], memberId: string): Promise<Act[]> {
  const telling = records.filter(({ state }) =>
    state.participants.some((one) => one.memberId === memberId && (one.application === 'late' || one.application === 'on-behalf')),
  );
  const found = await Promise.all(
    telling.map(({ state }) => {
      const claimed = currentLine(state, memberId)?.line.claimed;
      return claimed ? acts.find(claimed.actId) : undefined;
    }),
  );
  return found.filter((act) => act !== undefined);
}

type Year = { branchId: string; year: number; sheets: readonly Sheet[]; now: number };

/** Each month where it was lived: in the branch of its sheet, otherwise in the present one. Months to come are not looked for. */
async function monthsOf({ months }: SheetPorts, { branchId, year, sheets, now }: Year): Promise<BranchMonthRecord[]> {
  const thisMonth = localDateOf(now).slice(0, 7);
  const periods = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const branchOf = (period: string) => sheets.find((sheet) => sheet.period === period)?.branchId ?? branchId;
  const begun = periods.filter((period) => period <= thisMonth);
  const found = await Promise.all(begun.map((period) => months.find(branchOf(period), period)));
  return found.filter((record) => record !== undefined);
}
