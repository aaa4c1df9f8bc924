import type { SectorName, YearPlan } from '@jifen/contracts';
import type { BranchMonth, ScoringScheme } from '@jifen/domain';
import { withPolicy } from '../plans/plan-of-month.ts';
import { sourceScheme } from '../scheme-library/library.ts';
import { readyFrozen } from '../scheme-library/ready-schemes.ts';
import type { BranchMonthRecord, MonthInHand } from './branch-month.store.ts';

/** How months that were opened before decision 0022 hold their scheme: one of the source's three. */
export type OlderScheme = { sector: SectorName; components: { task: { policy: YearPlan['policy'] } } };

type OlderState = Omit<BranchMonth, 'profile'> & { scheme: OlderScheme };
type Stored<Month extends { state: BranchMonth }> = Omit<Month, 'state'> & { state: BranchMonth | OlderState };
type OlderMonth = Omit<Stored<BranchMonthRecord>, 'scheme' | 'sector'> & { scheme: OlderScheme };
export type StoredMonth = Stored<BranchMonthRecord> | OlderMonth;
export type StoredInHand = Stored<MonthInHand>;

const schemeOf = ({ sector, components }: OlderScheme): ScoringScheme => withPolicy(sourceScheme(sector), components.task.policy);

function stateOf(state: BranchMonth | OlderState): BranchMonth {
  if (!('scheme' in state)) return state;
  const { scheme, ...rest } = state;
  return { ...rest, profile: readyFrozen(schemeOf(scheme)).profile };
}

/** A month in hand as this version knows it, whichever version wrote it. */
export const monthInHand = ({ state, ...month }: StoredInHand): MonthInHand => ({ ...month, state: stateOf(state) });

const isOlder = (month: StoredMonth): month is OlderMonth => 'components' in month.scheme;

export const isOfThisVersion = (month: StoredMonth): boolean => !isOlder(month) && !('scheme' in month.state);

/** A month as this version knows it, whichever version wrote it: an older one keeps its scheme, in the present form. */
export function wholeMonth(month: StoredMonth): BranchMonthRecord {
  const state = stateOf(month.state);
  if (!isOlder(month)) return { ...month, state };
  const { scheme, ...rest } = month;
  return { ...rest, scheme: schemeOf(scheme), sector: scheme.sector, state };
}
