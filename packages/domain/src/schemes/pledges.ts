import type { MemberId } from '../ids/ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { PledgeRule } from './language/scoring-scheme.ts';

/** The four kinds that a member without post pledges, each at least once. */
export const pledgeKindsWithoutPost = ['common', 'post', 'practical', 'self-discipline'] as const;
/** The sources of an in-service member's task points; their pledges may be of any kind. */
export const taskSources = ['year-target', 'superior-task', 'unit-work'] as const;

export type PledgeKind = (typeof pledgeKindsWithoutPost)[number] | (typeof taskSources)[number];

export type Pledge = {
  readonly id: string;
  readonly memberId: MemberId;
  readonly kind: PledgeKind;
  /** Months 1–12 in which the fulfilment is appraised. */
  readonly dueMonths: readonly number[];
  /** A whole number; the month's ceiling is shared in proportion. */
  readonly weight: number;
};

/** Old, weak, ill or disabled members pledge voluntarily. */
export type MemberClass = 'in-post' | 'without-post' | 'old-or-ill';

export type PledgeRefusal =
  | { readonly code: 'pledge-kinds-missing'; readonly missing: readonly string[] }
  | { readonly code: 'no-pledges' }
  | { readonly code: 'weight-not-whole'; readonly pledgeId: string }
  | { readonly code: 'due-months-invalid'; readonly pledgeId: string }
  | { readonly code: 'duplicate-pledge'; readonly pledgeId: string };

function checkOne(pledge: Pledge, all: readonly Pledge[]): PledgeRefusal | null {
  if (!Number.isSafeInteger(pledge.weight) || pledge.weight < 1) return { code: 'weight-not-whole', pledgeId: pledge.id };
  const months = pledge.dueMonths;
  const valid = months.length > 0 && months.every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  if (!valid || new Set(months).size !== months.length) return { code: 'due-months-invalid', pledgeId: pledge.id };
  return all.filter((other) => other.id === pledge.id).length > 1 ? { code: 'duplicate-pledge', pledgeId: pledge.id } : null;
}

/** Regulation 2-1 (A15): a member pledges at least one of each kind that the scheme requires for the class; otherwise the line cannot be approved. */
export function checkPledges(
  rules: readonly PledgeRule[],
  memberClass: MemberClass,
  pledges: readonly Pledge[],
): Result<readonly Pledge[], PledgeRefusal> {
  const broken = pledges.map((pledge) => checkOne(pledge, pledges)).find((refusal) => refusal !== null);
  if (broken) return refuse(broken);
  if (memberClass === 'in-post' && pledges.length === 0) return refuse({ code: 'no-pledges' });
  const wanted = rules.filter(({ classes }) => classes.includes(memberClass)).flatMap(({ kinds }) => kinds);
  const missing = [...new Set(wanted)].filter((kind) => !pledges.some((pledge) => pledge.kind === kind));
  return missing.length > 0 ? refuse({ code: 'pledge-kinds-missing', missing }) : ok(pledges);
}

/** Regulation 2-1: the pledges and tasks whose fulfilment is appraised in a month (1–12). */
export function pledgesDueIn(month: number, pledges: readonly Pledge[]): readonly Pledge[] {
  return pledges.filter((pledge) => pledge.dueMonths.includes(month));
}
