import type { LocalDate } from '../../calendar/local-date.ts';
import type { Period } from '../../calendar/period.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { type Finding, isError } from '../check/finding.ts';
import type { Begins, YearDifferences } from './year-frame.ts';

/** From which month a version counts, by which document of the county, and why. */
export type Adoption = {
  readonly from: Period;
  readonly document: { readonly number: string; readonly on: LocalDate };
  readonly reason: string;
};

/** The state of a version of a sector's scheme, with its findings and its comparison. */
export type VersionState =
  | { readonly status: 'draft' }
  | { readonly status: 'linted'; readonly findings: readonly Finding[] }
  | { readonly status: 'compared'; readonly findings: readonly Finding[]; readonly comparisonId: string }
  | { readonly status: 'adopted'; readonly findings: readonly Finding[]; readonly comparisonId: string; readonly adoption: Adoption }
  | {
      readonly status: 'withdrawn';
      readonly findings: readonly Finding[];
      readonly comparisonId: string;
      readonly adoption: Adoption;
      readonly reason: string;
    };

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

const errorsIn = (findings: readonly Finding[]): number => findings.filter(isError).length;

function openState(state: VersionState): Result<Exclude<VersionState, { status: 'adopted' | 'withdrawn' }>, VersionRefusal> {
  return state.status === 'adopted' || state.status === 'withdrawn'
    ? refuse({ code: 'scheme-version-closed', status: state.status })
    : ok(state);
}

/** Regulation 2-1: new content has to be checked again; an adopted version never changes. */
export function replaceContent(state: VersionState): Result<VersionState, VersionRefusal> {
  const open = openState(state);
  return open.ok ? ok({ status: 'draft' }) : open;
}

/** Regulation 2-2 step 1: the version keeps the linter's findings. */
export function keepFindings(state: VersionState, findings: readonly Finding[]): Result<VersionState, VersionRefusal> {
  const open = openState(state);
  if (!open.ok) return open;
  return ok(open.value.status === 'compared' ? { ...open.value, findings } : { status: 'linted', findings });
}

/** Regulation 2-2 step 1: only a version that can be evaluated can be compared. */
export function mayCompare(state: VersionState): Result<true, VersionRefusal> {
  const open = openState(state);
  if (!open.ok) return open;
  return open.value.status === 'draft' ? refuse({ code: 'scheme-not-linted' }) : ok(true);
}

/** Regulation 2-2 step 1: somebody has seen what the version would change. */
export function keepCompared(state: VersionState, comparisonId: string): Result<VersionState, VersionRefusal> {
  const open = openState(state);
  if (!open.ok) return open;
  return open.value.status === 'draft'
    ? refuse({ code: 'scheme-not-linted' })
    : ok({ status: 'compared', findings: open.value.findings, comparisonId });
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

/** Regulation 2-1, 3: the county adopts a version by a document, from a month that no branch has opened, and never a forbidden one. */
export function adoptVersion(state: VersionState, adoption: Adoption, grounds: AdoptionGrounds): Result<VersionState, VersionRefusal> {
  const open = openState(state);
  if (!open.ok) return open;
  const { from, document } = adoption;
  const count = errorsIn(grounds.findings);
  const thisMonth = grounds.today.slice(0, 7) as Period;
  if (open.value.status === 'draft') return refuse({ code: 'scheme-not-linted' });
  if (count > 0) return refuse({ code: 'scheme-has-errors', count });
  if (open.value.status !== 'compared') return refuse({ code: 'scheme-not-compared' });
  if (document.on > grounds.today) return refuse({ code: 'document-in-the-future', on: document.on });
  if (from < thisMonth) return refuse({ code: 'scheme-month-over', from, period: thisMonth });
  if (grounds.opened !== null) return refuse({ code: 'scheme-month-opened', from, period: grounds.opened });
  if (grounds.withinYear !== null) return refuse(splitYear(from, grounds.withinYear));
  return ok({ ...open.value, status: 'adopted', findings: grounds.findings, adoption });
}

/** Regulation 2-1: an adopted version is withdrawn only while no month is open under it and no later version depends on it. */
export function withdrawVersion(
  state: VersionState,
  { reason, opened, withinYear }: { readonly reason: string } & Pick<AdoptionGrounds, 'opened' | 'withinYear'>,
): Result<VersionState, VersionRefusal> {
  if (state.status !== 'adopted') return refuse({ code: 'scheme-not-adopted' });
  if (opened !== null) return refuse({ code: 'scheme-in-use', from: state.adoption.from, period: opened });
  if (withinYear !== null) return refuse({ code: 'scheme-needed-later', later: withinYear.from });
  return ok({ ...state, status: 'withdrawn', reason });
}
