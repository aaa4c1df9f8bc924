import type { BranchCard, YearPlan } from '@jifen/contracts';
import { monthOf, type Period, type Scheme, sourceScheme } from '@jifen/domain';

/** The scheme of a branch's sector, with what its year plan decides. */
export function schemeOf({ sector }: Pick<BranchCard, 'sector'>, { policy }: Pick<YearPlan, 'policy'>): Scheme {
  const source = sourceScheme(sector);
  return { ...source, components: { ...source.components, task: { ...source.components.task, policy } } };
}

/** What a year plan says of one month: its ceiling in hundredths, and the pledges that are due in it. */
export function planOfMonth({ ceilings, pledges }: Pick<YearPlan, 'ceilings' | 'pledges'>, month: Period) {
  const ceiling = ceilings[monthOf(month) - 1] ?? 0;
  return { ceiling, pledges: pledges.filter((pledge) => pledge.dueMonths.includes(monthOf(month))) };
}

/** `/a/b/c` lies in the scope of `/a`, `/a/b` and `/a/b/c`. */
export function scopesOf(path: string): string[] {
  const names = path.split('/').slice(1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
