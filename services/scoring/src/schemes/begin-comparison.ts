import type { ComparisonRequest } from '@jifen/contracts';
import {
  emptyTally,
  isError,
  localDateOf,
  mayCompare,
  ok,
  period,
  prepareScheme,
  previousPeriod,
  type Result,
  refuse,
} from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import { event } from '../outbox/events.ts';
import { type Asked, changeVersion, type Decision, type SchemeRefusal, type VersionPorts } from './change-version.ts';
import { schemeInForce } from './scheme-in-force.ts';
import type { ComparisonRecord, SchemeVersionRecord } from './scheme-version.store.ts';

export type BeginComparison = Asked & { comparisonId: string; body: ComparisonRequest };
export type BeginPorts = VersionPorts & { cards: Pick<CardStore, 'countWithin'>; realNow: () => number };

/** The draft is tried on a year of the county's record, in the background; the same comparison twice is one. */
export function beginComparison(ports: BeginPorts, asked: BeginComparison): Promise<Result<SchemeVersionRecord, SchemeRefusal>> {
  const { comparisonId, body, now } = asked;
  return changeVersion(ports, asked, async (record): Promise<Decision> => {
    const may = mayCompare(record.state);
    if (!may.ok) return may;
    if (record.comparison?.id === comparisonId) return ok('same');
    const ready = prepareScheme(record.scheme);
    if (!ready.ok) return refuse({ code: 'scheme-has-errors', count: ready.refusal.filter(isError).length });
    const facts = yearOf(body, now);
    if (!facts) return refuse({ code: 'no-settled-month', year: Number(localDateOf(now).slice(0, 4)) });
    const comparison = await comparisonOf(ports, record, { comparisonId, thisMonth: localDateOf(now).slice(0, 7), ...facts });
    const first = event('compare-schemes', `${record._id}/${comparisonId}/0`, ports.realNow(), {
      versionId: record._id,
      comparisonId,
      looked: 0,
    });
    return ok({ record: { ...record, comparison }, details: { comparisonId, ...facts }, events: [first] });
  });
}

type Facts = { year: number; until?: string };

/** Last year as a whole; this year up to the month before the present one. */
function yearOf({ year }: ComparisonRequest, now: number): Facts | null {
  const today = localDateOf(now);
  const thisYear = Number(today.slice(0, 4));
  if (year === 'last') return { year: thisYear - 1 };
  const until = previousPeriod(period(today.slice(0, 7)));
  return until.startsWith(`${thisYear}-`) ? { year: thisYear, until } : null;
}

type Wished = Facts & { comparisonId: string; thisMonth: string };

async function comparisonOf(
  ports: BeginPorts,
  record: SchemeVersionRecord,
  { comparisonId, thisMonth, ...facts }: Wished,
): Promise<ComparisonRecord> {
  const { countyId, sector } = record;
  const lastMonth = facts.until ?? `${facts.year}-12`;
  const [present, measured, all] = await Promise.all([
    schemeInForce(ports, { countyId, sector, period: thisMonth }),
    schemeInForce(ports, { countyId, sector, period: lastMonth }),
    ports.cards.countWithin(`/${countyId}`),
  ]);
  return { id: comparisonId, ...facts, status: 'running', present, measured, branches: { looked: 0, all }, tally: emptyTally, leftOut: [] };
}
