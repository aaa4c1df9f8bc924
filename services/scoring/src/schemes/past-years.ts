import type { MemberCard } from '@jifen/contracts';
import {
  type Pair,
  type PastYear,
  type PreparedScheme,
  pastFacts,
  pointsFromHundredths,
  type Schemes,
  standingRows,
  type Untold,
} from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import type { LedgerRow, LedgerStore } from '../ledger/ledger.store.ts';
import type { SheetStore, SheetTotals } from '../sheets/sheet.store.ts';

export type PastPorts = {
  cards: Pick<CardStore, 'membersOf'>;
  ledger: Pick<LedgerStore, 'ofYear'>;
  sheets: Pick<SheetStore, 'totalsOfYear'>;
};
export type Year = { year: number; until?: string | undefined };

/** What the record knows of the year of each member of a branch: months by their sheets, entries by the ledger. */
export async function pastYearsOf({ cards, ledger, sheets }: PastPorts, branchId: string, year: Year): Promise<PastYear[]> {
  const members = await cards.membersOf(branchId);
  const totals = await sheets.totalsOfYear(
    members.map(({ memberId }) => memberId),
    year.year,
  );
  const settled = totals.filter(({ period }) => year.until === undefined || period <= year.until);
  const byMember = new Map<string, SheetTotals[]>();
  for (const month of settled) byMember.set(month.memberId, [...(byMember.get(month.memberId) ?? []), month]);
  const known = members.filter(({ memberId }) => byMember.has(memberId));
  const rows = await Promise.all(known.map(({ memberId }) => ledger.ofYear(memberId, year.year)));
  return known.map((member, index) => pastYear(member, byMember.get(member.memberId) ?? [], rows[index] ?? [], year));
}

/** The classes of the published schemes. */
const classOf = (member: MemberCard): string => (member.class === 'with-post' ? 'in-post' : member.class);

function pastYear(member: MemberCard, months: readonly SheetTotals[], rows: readonly LedgerRow[], { year, until }: Year): PastYear {
  const settled = rows.filter(({ period }) => until === undefined || period <= until);
  const standing = standingRows(settled.map(({ _id: id, ...row }) => ({ id, ...row })));
  return {
    member: member.memberId,
    standing: member.standing === 'probationary' ? 'probationary' : 'full',
    class: classOf(member),
    year,
    ...(until === undefined ? {} : { until }),
    months: months.map(({ period, ceiling }) => ({ period, ceiling: pointsFromHundredths(ceiling) })),
    entries: standing.map(({ id, component, item, period, amount, evidence, actId }) => ({
      id,
      component,
      item,
      period,
      amount: pointsFromHundredths(amount),
      evidence: evidence ?? actId,
    })),
  };
}

export type Told = { pair: Pair; leftOut: readonly Untold[] };

/** The year under both schemes, and what the draft has no place for. */
export function toldUnder({ present, draft }: Schemes, measured: PreparedScheme, past: PastYear): Told {
  const before = pastFacts(present, measured, past);
  const after = pastFacts(draft, measured, past);
  return { pair: { present: before.facts, draft: after.facts }, leftOut: after.leftOut };
}
