import { emptyTally, type Finding, type LocalDate, period, type ScoringScheme, type VersionState } from '@jifen/domain';
import type { ComparisonRecord, SchemeVersionRecord } from './scheme-version.store.ts';

/** A scheme of one item, worth so much a time. */
export const aScheme = (title: string, worth = '1', item = '志愿服务'): ScoringScheme => ({
  format: 'jifen-scheme/1',
  id: 'qinghe',
  version: 1,
  title,
  places: 2,
  year: { startsInMonth: 1 },
  score: { kind: 'item', id: 'volunteer', title: item, measure: { kind: 'count' }, each: [{ kind: 'times', by: worth }] },
});

const findings: Finding[] = [{ code: 'uncapped-item', path: '/score', severity: 'warning', values: { title: '志愿服务' } }];

export const adoptedFrom = (from: string): VersionState => ({
  status: 'adopted',
  findings,
  comparisonId: 'comparison-1',
  adoption: { from: period(from), document: { number: '组通〔2026〕12号', on: '2026-10-20' as LocalDate }, reason: '调整分值' },
});

export const aComparison = (of: Partial<ComparisonRecord> = {}): ComparisonRecord => ({
  id: 'comparison-1',
  year: 2026,
  until: '2026-09',
  status: 'running',
  present: aScheme('现行办法'),
  measured: aScheme('当年办法'),
  branches: { looked: 0, all: 5 },
  tally: emptyTally,
  leftOut: [],
  ...of,
});

export const aVersion = (number: number, of: Partial<SchemeVersionRecord> = {}): SchemeVersionRecord => ({
  _id: `version-${number}`,
  countyId: 'qinghe',
  sector: 'village-community',
  number,
  version: 1,
  revision: 1,
  origin: { kind: 'in-force', title: '现行办法' },
  bodyHash: `hash-${number}`,
  scheme: aScheme(`办法第${number}版`),
  state: { status: 'draft' },
  changedAt: 1_000,
  ...of,
});
