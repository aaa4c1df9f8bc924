import type { ComparisonRequest } from '@jifen/contracts';
import {
  emptyTally,
  isError,
  type LocalDate,
  localDateOf,
  mayCompare,
  ok,
  periodOf,
  prepareScheme,
  previousPeriod,
  refuse,
} from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import { event } from '../outbox/events.ts';
import { type Asked, changeVersion, type Decision, type VersionAnswer, type VersionPorts } from './change-version.ts';
import { schemeInForce } from './scheme-in-force.ts';
import type { ComparisonRecord } from './scheme-version.store.ts';

export type BeginPorts = VersionPorts & { cards: Pick<CardStore, 'countWithin'>; realNow: () => number };

/** The draft is tried on a year of the county's record, in the background; the same comparison twice is one. */
export function beginComparison(ports: BeginPorts, asked: Asked & { comparisonId: string; body: ComparisonRequest }): VersionAnswer {
  const { comparisonId, body, now } = asked;
  const today = localDateOf(now);
  return changeVersion(ports, asked, async (record): Promise<Decision> => {
    const may = mayCompare(record.state);
    if (!may.ok) return may;
    if (record.comparison?.id === comparisonId) return ok('same');
    const ready = prepareScheme(record.scheme);
    if (!ready.ok) return refuse({ code: 'scheme-has-errors', count: ready.refusal.filter(isError).length });
    const facts = yearOf(body, today);
    if (!facts) return refuse({ code: 'no-settled-month', year: Number(today.slice(0, 4)) });
    const { _id: versionId, countyId, sector } = record;
    const inForceIn = (month: string) => schemeInForce(ports, { countyId, sector, period: month });
    const [present, measured, all] = await Promise.all([
      inForceIn(today.slice(0, 7)),
      inForceIn(facts.until ?? `${facts.year}-12`),
      ports.cards.countWithin(`/${countyId}`),
    ]);
    const begun = { status: 'running', branches: { looked: 0, all }, tally: emptyTally } as const;
    const comparison: ComparisonRecord = { id: comparisonId, ...facts, ...begun, present, measured, leftOut: [] };
    const first = event('compare-schemes', `${versionId}/${comparisonId}/0`, ports.realNow(), { versionId, comparisonId, looked: 0 });
    return ok({ record: { ...record, comparison }, details: { comparisonId, ...facts }, events: [first] });
  });
}

/** Last year as a whole; this year up to the month before the present one. */
function yearOf({ year }: ComparisonRequest, today: LocalDate): { year: number; until?: string } | null {
  const thisYear = Number(today.slice(0, 4));
  if (year === 'last') return { year: thisYear - 1 };
  const until = previousPeriod(periodOf(today));
  return until.startsWith(`${thisYear}-`) ? { year: thisYear, until } : null;
}
