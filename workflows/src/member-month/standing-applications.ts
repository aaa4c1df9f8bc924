/**
 * A member's applications as their messages tell of them. Each comes from an act of its own, so that a withdrawal may overtake what it
 * withdraws, and a new application the withdrawal of the old one.
 */
export type StandingApplications = { standing: readonly string[]; withdrawn: readonly string[] };

/** One that was carried along without its act's id, by a process of an earlier version. */
const unnamed = '';

export const carried = (application: { actId?: string | undefined } | undefined): StandingApplications => ({
  standing: application ? [application.actId ?? unnamed] : [],
  withdrawn: [],
});

export function afterApplication({ standing, withdrawn }: StandingApplications, actId: string): StandingApplications {
  const known = standing.includes(actId) || withdrawn.includes(actId);
  return { standing: known ? standing : [...standing, actId], withdrawn };
}

/** Without `withdraws`, as an earlier version told it, it is whatever stands. */
export function afterWithdrawal({ standing, withdrawn }: StandingApplications, withdraws: string | undefined): StandingApplications {
  if (withdraws === undefined) return { standing: [], withdrawn };
  const meant = standing.includes(withdraws) ? withdraws : unnamed;
  return { standing: standing.filter((actId) => actId !== meant), withdrawn: [...withdrawn, withdraws] };
}
