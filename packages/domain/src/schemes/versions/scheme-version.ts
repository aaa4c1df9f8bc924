import type { LocalDate } from '../../calendar/local-date.ts';
import { type Period, periodOf } from '../../calendar/period.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { type Finding, isError } from '../check/finding.ts';
import type { Begins, YearDifferences } from './year-frame.ts';

/** From which month a version counts, by which document of the county, and why. */
export type Adoption = {
  readonly from: Period;
  readonly document: { readonly number: string; readonly on: LocalDate };
  readonly reason: string;
};

type Looked = { readonly findings: readonly Finding[]; readonly comparisonId: string };

/** The state of a version of a sector's scheme, with its findings and its comparison. */
export type VersionState =
  | { readonly status: 'draft' }
  | { readonly status: 'linted'; readonly findings: readonly Finding[] }
  | (Looked & { readonly status: 'compared' })
  | (Looked & { readonly status: 'adopted'; readonly adoption: Adoption })
  | (Looked & { readonly status: 'withdrawn'; readonly adoption: Adoption; readonly reason: string });

export type VersionRefusal =
  | { readonly code: 'scheme-version-closed'; readonly status: 'adopted' | 'withdrawn' }
  | { readonly code: 'scheme-not-linted' }
  | { readonly code: 'scheme-has-errors'; readonly count: number }
  | { readonly code: 'scheme-not-compared' }
  | { readonly code: 'scheme-not-adopted' }
  | { readonly code: 'scheme-month-over'; readonly from: Period; readonly period: Period }
  | { readonly code: 'scheme-month-opened'; readonly from: Period; readonly period: Period }
  | { readonly code: 'document-in-the-future'; readonly on: LocalDate }
  | ({ readonly code: 'scheme-fixed-for-the-year'; readonly from: Period } & YearDifferences)
  | { readonly code: 'scheme-needed-later'; readonly later: Period }
  | { readonly code: 'scheme-in-use'; readonly from: Period; readonly period: Period };

type Open = Exclude<VersionState, { status: 'adopted' | 'withdrawn' }>;
type Judged<T> = Result<T, VersionRefusal>;

function whileOpen<T>(state: VersionState, then: (open: Open) => Judged<T>): Judged<T> {
  return state.status === 'adopted' || state.status === 'withdrawn'
    ? refuse({ code: 'scheme-version-closed', status: state.status })
    : then(state);
}

function onceLinted<T>(state: VersionState, then: (linted: Exclude<Open, { status: 'draft' }>) => Judged<T>): Judged<T> {
  return whileOpen(state, (open) => (open.status === 'draft' ? refuse({ code: 'scheme-not-linted' }) : then(open)));
}

/** Regulation 2-2 step 1: new content has to be checked again; an adopted version never changes. */
export function replaceContent(state: VersionState): Judged<VersionState> {
  return whileOpen(state, () => ok({ status: 'draft' }));
}

/** The version keeps the linter's findings. */
export function keepFindings(state: VersionState, findings: readonly Finding[]): Judged<VersionState> {
  return whileOpen(state, (open) => ok(open.status === 'compared' ? { ...open, findings } : { status: 'linted', findings }));
}

/** Only a version that can be evaluated can be compared. */
export function mayCompare(state: VersionState): Judged<true> {
  return onceLinted(state, () => ok(true));
}

/** Somebody has seen what the version would change. */
export function keepCompared(state: VersionState, comparisonId: string): Judged<VersionState> {
  return onceLinted(state, ({ findings }) => ok({ status: 'compared', findings, comparisonId }));
}

/** What an adoption depends on: the linter's findings of today, and which months of the sector are open. */
export type AdoptionGrounds = {
  readonly findings: readonly Finding[];
  readonly today: LocalDate;
  /** The newest month, from the requested one on, that is open in a branch of the sector. */
  readonly opened: Period | null;
  /** The first version that would then change the year's rules within a year. */
  readonly withinYear: (Pick<Begins, 'from'> & YearDifferences) | null;
};

function splitYear(own: Period, { from, parts, sections }: NonNullable<AdoptionGrounds['withinYear']>): VersionRefusal {
  return from === own ? { code: 'scheme-fixed-for-the-year', from, parts, sections } : { code: 'scheme-needed-later', later: from };
}

/** Regulation 2-2 step 1: the county adopts a version by a document, from a month that no branch has opened, and never a forbidden one. */
export function adoptVersion(state: VersionState, adoption: Adoption, grounds: AdoptionGrounds): Judged<VersionState> {
  const { from, document } = adoption;
  const { findings, today, opened, withinYear } = grounds;
  const count = findings.filter(isError).length;
  const thisMonth = periodOf(today);
  return onceLinted(state, (linted) => {
    if (count > 0) return refuse({ code: 'scheme-has-errors', count });
    if (linted.status !== 'compared') return refuse({ code: 'scheme-not-compared' });
    if (document.on > today) return refuse({ code: 'document-in-the-future', on: document.on });
    if (from < thisMonth) return refuse({ code: 'scheme-month-over', from, period: thisMonth });
    if (opened !== null) return refuse({ code: 'scheme-month-opened', from, period: opened });
    if (withinYear !== null) return refuse(splitYear(from, withinYear));
    return ok({ ...linted, status: 'adopted', findings, adoption });
  });
}

/** Regulation 2-2 step 1: an adopted version is withdrawn only while no month is open under it and no later version depends on it. */
export function withdrawVersion(
  state: VersionState,
  { reason, opened, withinYear }: { readonly reason: string } & Pick<AdoptionGrounds, 'opened' | 'withinYear'>,
): Judged<VersionState> {
  if (state.status !== 'adopted') return refuse({ code: 'scheme-not-adopted' });
  if (opened !== null) return refuse({ code: 'scheme-in-use', from: state.adoption.from, period: opened });
  if (withinYear !== null) return refuse({ code: 'scheme-needed-later', later: withinYear.from });
  return ok({ ...state, status: 'withdrawn', reason });
}
