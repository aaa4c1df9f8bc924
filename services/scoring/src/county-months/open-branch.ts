import type { CountyMonthKey, OpenBranchAnswer } from '@jifen/contracts';
import { isWithin } from '@jifen/domain';
import type { AuditRecord, Caller, PendingEvent, RouteAudit } from '@jifen/service-kit';
import { type OpeningPorts, type OpenRefusal, openMonth } from '../opening/open-month.ts';
import type { CountyMonthStore } from './county-month.store.ts';

export type OpenBranchPorts = OpeningPorts & { countyMonths: Pick<CountyMonthStore, 'settle' | 'refuse'> };
export type OpenBranch = CountyMonthKey & { branchId: string; caller: Caller; now: number; audit: RouteAudit['pending'] };

/** Opens one branch's month with the county's. What refuses is kept where the county sees it, and holds up no other branch. */
export async function openBranch(deps: OpenBranchPorts, asked: OpenBranch): Promise<OpenBranchAnswer> {
  const { branchId, countyId, period } = asked;
  if (await deps.months.find(branchId, period)) {
    await deps.countyMonths.settle({ countyId, period }, branchId);
    return { outcome: 'already-open' };
  }
  const card = await deps.cards.branch(branchId);
  const isOurs = card !== undefined && isWithin(card.path, `/${countyId}`);
  const opened = isOurs ? await openMonth(deps, asked) : { ok: false as const, refusal: { code: 'not-found' as const } };
  if (opened.ok) return { outcome: 'opened' };
  await keepRefusal(deps, { ...asked, branchName: card?.name ?? branchId, refusal: opened.refusal });
  return { outcome: 'refused', code: opened.refusal.code };
}

type Refused = OpenBranch & { branchName: string; refusal: OpenRefusal };

async function keepRefusal({ countyMonths, wake }: OpenBranchPorts, refused: Refused): Promise<void> {
  const { branchId, countyId, period, branchName, refusal, now, audit } = refused;
  const { code, ...facts } = refusal;
  const entry = audit({ target: `${branchId}/${period}`, organisation: `/${countyId}`, details: { code } });
  await countyMonths.refuse({ countyId, period }, branchId, { branchName, code, facts, at: now }, [asRefusal(entry)]);
  wake('countyMonths');
}

const asRefusal = (entry: PendingEvent & { payload: AuditRecord }): PendingEvent => ({
  ...entry,
  payload: { ...entry.payload, result: 'refused' },
});
