import type { BranchMonthSummary, branchMonthPage, branchMonthQuery } from '@jifen/contracts';
import { isWithin, type Role, rolesFor } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { z } from 'zod';
import { organisationsOf } from '../access/access.ts';
import type { BranchMonthListed, BranchMonthStore } from '../branch-months/branch-month.store.ts';
import { isOverdue, nextStepListed } from '../branch-months/step-deadline.ts';
import { nextStepView } from './steps-view.ts';

type Page = z.infer<typeof branchMonthPage>;
export type ListBranchMonths = { query: z.infer<typeof branchMonthQuery>; caller: Caller; now: number };

const readers = rolesFor['branch-month:read'];
const plainMember: Role = 'member';

/** The months that the caller may see, page by page, from their counters. */
export async function listBranchMonths(months: Pick<BranchMonthStore, 'page'>, { query, caller, now }: ListBranchMonths): Promise<Page> {
  const { page, pageSize } = query;
  const posts = organisationsOf(
    caller,
    now,
    [...readers].filter((role) => role !== plainMember),
  );
  const { organisation, overdue, ...wanted } = query;
  const scopes = narrowed(posts.length > 0 ? posts : organisationsOf(caller, now, readers), organisation);
  if (scopes.length === 0) return { items: [], total: 0, page, pageSize };
  const found = await months.page({ ...wanted, scopes, ...(overdue === 'only' ? { lateAt: now } : {}) });
  return { items: found.items.map((record) => summaryOf(record, now)), total: found.total, page, pageSize };
}

/** To an organisation that is asked for, if it lies within; what lies elsewhere is as if it did not exist. */
function narrowed(scopes: readonly string[], organisation: string | undefined): readonly string[] {
  if (organisation === undefined) return scopes;
  return scopes.some((scope) => isWithin(organisation, scope)) ? [organisation] : [];
}

function summaryOf(record: BranchMonthListed, now: number): BranchMonthSummary {
  const { branchId, path, branchName, period, stage, round, counters, decidedWith, broughtIn } = record;
  return {
    branchId,
    organisation: path,
    branchName,
    period,
    stage,
    round,
    ...nextStepView(nextStepListed(record)),
    overdue: isOverdue(record, now),
    ...(decidedWith ? { decidedWith } : {}),
    ...(broughtIn ? { broughtIn: true as const } : {}),
    counters,
  };
}
