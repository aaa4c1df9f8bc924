import type { MemberCard, SchemeComparison, SchemeVersionListed, SchemeVersionView } from '@jifen/contracts';
import { isError, type Period, prepareScheme, type ScoringScheme, type YearDifferences } from '@jifen/domain';
import type { CardStore } from '../cards/card.store.ts';
import type { ComparisonRecord, SchemeVersionListedRecord, SchemeVersionRecord } from './scheme-version.store.ts';
import type { Start } from './within-year.ts';

type Listed = Omit<SchemeVersionListedRecord, 'countyId'>;

/** `until` is the month from which a later version counts. */
export function listedView({ _id, sector, number, title, state, changedAt }: Listed, until?: string): SchemeVersionListed {
  const findings = state.status === 'draft' ? [] : state.findings;
  const errors = findings.filter(isError).length;
  return {
    id: _id,
    sector,
    number,
    title,
    status: state.status,
    errors,
    warnings: findings.length - errors,
    ...('adoption' in state ? { adoption: structuredClone(state.adoption) } : {}),
    ...(until === undefined ? {} : { until }),
    changedAt,
  };
}

type Beside = { until?: string | undefined; opened: Period | null; start: Start; people: People };
export type People = { members: ReadonlyMap<string, MemberCard>; branches: ReadonlyMap<string, string> };

/** A version as the county sees it: names and titles, no ids but those of requests. */
export function versionView(record: SchemeVersionRecord, { until, opened, start, people }: Beside): SchemeVersionView {
  const { state, scheme, origin, revision, comparison } = record;
  return {
    ...listedView({ ...record, title: scheme.title }, until),
    revision,
    origin,
    scheme: { ...scheme },
    findings: state.status === 'draft' ? [] : state.findings.map((finding) => ({ ...finding, values: { ...finding.values } })),
    ...(comparison ? { comparison: comparisonView(scheme, comparison, people) } : {}),
    ...(state.status === 'withdrawn' ? { withdrawnBecause: state.reason } : {}),
    mayWithdraw: state.status === 'adopted' && opened === null,
    earliest: start.earliest,
    ...(start.fixedForTheYear ? { fixedForTheYear: fixedView(start.fixedForTheYear) } : {}),
  };
}

const fixedView = ({ parts, sections }: YearDifferences) => ({ parts: [...parts], sections: [...sections] });

function titlesOf(scheme: ScoringScheme) {
  const ready = prepareScheme(scheme);
  const grades = new Map(scheme.grading?.grades.map(({ id, title }) => [id, title]));
  const order = [...grades.keys()];
  return {
    /** From the best to the last, no grade at the end. */
    rank: (id: string | null) => (id === null || !grades.has(id) ? order.length : order.indexOf(id)),
    grade: (id: string | null) => (id === null ? null : (grades.get(id) ?? null)),
    node: (id: string) => (ready.ok ? ready.value.nodes.get(id)?.node.title : undefined),
  };
}

function comparisonView(scheme: ScoringScheme, comparison: ComparisonRecord, people: People): SchemeComparison {
  const [present, draft] = [titlesOf(comparison.present), titlesOf(scheme)];
  const { present: presentScheme, measured: _measured, after: _after, tally, leftOut, until, ...about } = comparison;
  const { grades, changes, conflicts, mostAffected, ...counts } = tally;
  const nodeTitle = (node: string | null) => (node === null ? '' : (draft.node(node) ?? present.node(node) ?? ''));
  return {
    ...about,
    ...(until === undefined ? {} : { until }),
    presentTitle: presentScheme.title,
    ...counts,
    totals: [...counts.totals],
    notScored: [...counts.notScored],
    grades: grades
      .toSorted((one, other) => draft.rank(one.grade) - draft.rank(other.grade))
      .map(({ grade, ...count }) => ({ title: draft.grade(grade) ?? present.grade(grade), ...count })),
    changes: changes
      .toSorted((one, other) => present.rank(one.from) - present.rank(other.from) || draft.rank(one.to) - draft.rank(other.to))
      .map(({ from, to, count }) => ({ from: present.grade(from), to: draft.grade(to), count })),
    conflicts: conflicts.map(({ node, ...conflict }) => ({ ...conflict, title: nodeTitle(node) })),
    leftOut: leftOut.map(({ item, code, count }) => ({ title: nodeTitle(item), code, count })),
    affected: mostAffected.flatMap(({ member, gradePresent, gradeDraft, ...numbers }) => {
      const card = people.members.get(member);
      const who = { name: card?.name ?? '', branchName: people.branches.get(card?.branchId ?? '') ?? '' };
      return [{ ...who, ...numbers, gradePresent: present.grade(gradePresent), gradeDraft: draft.grade(gradeDraft) }];
    }),
  };
}

/** The names of those whom a comparison lists. */
export async function peopleIn(cards: Pick<CardStore, 'members' | 'branches'>, comparison: ComparisonRecord | undefined): Promise<People> {
  const ids = comparison?.tally.mostAffected.map(({ member }) => member) ?? [];
  if (ids.length === 0) return { members: new Map(), branches: new Map() };
  const members = await cards.members(ids);
  const branches = await cards.branches([...new Set(members.map(({ branchId }) => branchId))]);
  return {
    members: new Map(members.map((member) => [member.memberId, member])),
    branches: new Map(branches.map(({ branchId, name }) => [branchId, name])),
  };
}
