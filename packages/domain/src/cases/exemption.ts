import { ok, type Result, refuse } from '../result.ts';

/** The chain of an exemption, in order: the member's own wish first, the county organisation department last. */
export const exemptionSteps = ['own-wish', 'branch', 'supervising-committee', 'county-organisation-department'] as const;
export type ExemptionStep = (typeof exemptionSteps)[number];
export type ExemptionOpinion = { readonly step: ExemptionStep; readonly agreed: boolean };

export type ExemptionState =
  | { readonly status: 'open'; readonly next: ExemptionStep }
  | { readonly status: 'approved' }
  | { readonly status: 'refused'; readonly at: ExemptionStep };

/** Regulation 2-2: where an exemption stands; one refusal ends it and the member takes part as everybody does. */
export function exemptionState(opinions: readonly ExemptionOpinion[]): ExemptionState {
  const no = opinions.find((opinion) => !opinion.agreed);
  if (no) return { status: 'refused', at: no.step };
  const next = exemptionSteps[opinions.length];
  return next ? { status: 'open', next } : { status: 'approved' };
}

export type ExemptionRefusal =
  | { readonly code: 'exemption-decided'; readonly status: 'approved' | 'refused' }
  | { readonly code: 'wrong-step'; readonly expected: ExemptionStep };

/** Regulation 2-2: the next opinion of the chain; nobody is asked before those who come first have agreed. */
export function giveOpinion(
  opinions: readonly ExemptionOpinion[],
  opinion: ExemptionOpinion,
): Result<readonly ExemptionOpinion[], ExemptionRefusal> {
  const state = exemptionState(opinions);
  if (state.status !== 'open') return refuse({ code: 'exemption-decided', status: state.status });
  return opinion.step === state.next ? ok([...opinions, opinion]) : refuse({ code: 'wrong-step', expected: state.next });
}

/** Regulation 2-2 (A17): an approved exemption takes the member out of the points, never out of votes, dues or appraisal. */
export function takesPartInPoints(opinions: readonly ExemptionOpinion[]): boolean {
  return exemptionState(opinions).status !== 'approved';
}
