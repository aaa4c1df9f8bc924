import type { MemberCard } from '@jifen/contracts';
import {
  emptyTally,
  mergeTallies,
  type PastYear,
  type PreparedScheme,
  pastFacts,
  pointsFromHundredths,
  prepareScheme,
  type ScoringScheme,
  standingRows,
  type Tally,
  tallyOf,
  type Untold,
} from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import type { LedgerRow, LedgerStore } from '../ledger/ledger.store.ts';
import { event } from '../outbox/events.ts';
import type { SheetStore, SheetTotals } from '../sheets/sheet.store.ts';
import type { ComparisonRecord, SchemeVersionRecord, SchemeVersionStore } from './scheme-version.store.ts';

export type ContinuePorts = {
  versions: SchemeVersionStore;
  cards: Pick<CardStore, 'branchIdsWithin' | 'branches' | 'membersOf'>;
  ledger: Pick<LedgerStore, 'ofYear'>;
  sheets: Pick<SheetStore, 'totalsOfYear'>;
  realNow: () => number;
  /** Lets others have their turn; called after each member. */
  breathe: () => Promise<void>;
};
export type ComparisonPage = { versionId: string; comparisonId: string; looked: number };

const pageSize = 5;
const mostAffected = 20;
const attempts = 5;

type Part = { ids: readonly string[]; tally: Tally; leftOut: ComparisonRecord['leftOut'] };

/** The next branches of a comparison; what was reached is kept before the next page is asked for. A page twice is one. */
export async function continueComparison(ports: ContinuePorts, page: ComparisonPage): Promise<void> {
  const record = await ports.versions.find(page.versionId);
  if (!record || !isAt(record, page)) return;
  const part = await look(ports, record);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const now = await ports.versions.find(page.versionId);
    if (!now || !isAt(now, page)) return;
    if ((await keep(ports, now, part)) === 'written') return;
  }
  throw new Error(`${page.versionId} is written by too many at once`);
}

function isAt(record: SchemeVersionRecord, { comparisonId, looked }: ComparisonPage): record is Compared {
  const { comparison } = record;
  return comparison?.id === comparisonId && comparison.status === 'running' && comparison.branches.looked === looked;
}
type Compared = SchemeVersionRecord & { comparison: ComparisonRecord };

function ready(scheme: ScoringScheme): PreparedScheme {
  const prepared = prepareScheme(scheme);
  if (!prepared.ok) throw new Error(`${scheme.id} was compared though it cannot be evaluated`);
  return prepared.value;
}

async function look(ports: ContinuePorts, { countyId, sector, scheme, comparison }: Compared): Promise<Part> {
  const schemes = { present: ready(comparison.present), draft: ready(scheme) };
  const measured = ready(comparison.measured);
  const ids = await ports.cards.branchIdsWithin(`/${countyId}`, { after: comparison.after, limit: pageSize });
  let tally = emptyTally;
  const leftOut = new Map<string, ComparisonRecord['leftOut'][number]>();
  for (const branch of await ports.cards.branches(ids)) {
    if (branch.sector !== sector) continue;
    for (const past of await pastYearsOf(ports, branch.branchId, comparison)) {
      const [before, after] = [pastFacts(schemes.present, measured, past), pastFacts(schemes.draft, measured, past)];
      const one = tallyOf(schemes, { present: before.facts, draft: after.facts }, mostAffected);
      tally = mergeTallies(tally, one, mostAffected);
      count(leftOut, after.leftOut);
      await ports.breathe();
    }
  }
  return { ids, tally, leftOut: [...leftOut.values()] };
}

function count(counts: Map<string, ComparisonRecord['leftOut'][number]>, added: readonly Untold[] | ComparisonRecord['leftOut']): void {
  for (const one of added) {
    const key = `${one.item} ${one.code}`;
    counts.set(key, { item: one.item, code: one.code, count: (counts.get(key)?.count ?? 0) + ('count' in one ? one.count : 1) });
  }
}

function keep(ports: ContinuePorts, record: Compared, part: Part): Promise<'written' | 'outdated' | 'month-taken'> {
  const { comparison } = record;
  const looked = comparison.branches.looked + part.ids.length;
  const isLast = part.ids.length < pageSize;
  const leftOut = new Map<string, ComparisonRecord['leftOut'][number]>();
  count(leftOut, comparison.leftOut);
  count(leftOut, part.leftOut);
  const after = part.ids.at(-1) ?? comparison.after;
  const reached: ComparisonRecord = {
    ...comparison,
    ...(after === undefined ? {} : { after }),
    status: isLast ? 'finished' : 'running',
    branches: { looked, all: isLast ? looked : Math.max(comparison.branches.all, looked) },
    tally: mergeTallies(comparison.tally, part.tally, mostAffected),
    leftOut: [...leftOut.values()].sort((a, b) => (`${a.item} ${a.code}` < `${b.item} ${b.code}` ? -1 : 1)),
  };
  const payload = { versionId: record._id, comparisonId: comparison.id, looked };
  const next = event('compare-schemes', `${record._id}/${comparison.id}/${looked}`, ports.realNow(), payload);
  return ports.versions.update({ ...record, version: record.version + 1, comparison: reached }, isLast ? [] : [next]);
}

type Year = { year: number; until?: string | undefined };

/** What the record knows of the year of each member of a branch: months by their sheets, entries by the ledger. */
async function pastYearsOf({ cards, ledger, sheets }: ContinuePorts, branchId: string, year: Year): Promise<PastYear[]> {
  const members = await cards.membersOf(branchId);
  const totals = await sheets.totalsOfYear(
    members.map(({ memberId }) => memberId),
    year.year,
  );
  const settled = totals.filter(({ period }) => year.until === undefined || period <= year.until);
  const byMember = Map.groupBy(settled, ({ memberId }) => memberId);
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
