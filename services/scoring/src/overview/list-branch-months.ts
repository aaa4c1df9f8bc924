import type { BranchMonthSummary, branchMonthPage, branchMonthQuery, WaitedStep } from '@jifen/contracts';
import { type BranchMonthStage, type Role, rolesFor } from '@jifen/domain';
import type { Caller } from '@jifen/service-kit';
import type { z } from 'zod';
import type { BranchMonthRecord, BranchMonthStore } from '../branch-months/branch-month.store.ts';

type Page = z.infer<typeof branchMonthPage>;
export type ListBranchMonths = { query: z.infer<typeof branchMonthQuery>; caller: Caller; now: number };

const readers: readonly string[] = rolesFor['branch-month:read'];
const plainMember: Role = 'member';

/** The organisations for which a caller holds a post now; the scope of every list is taken from here, never from the request. */
export function scopesOf(caller: Caller, now: number, roles: readonly string[] = readers): string[] {
  const held = caller.grants.filter(({ role, until }) => roles.includes(role) && now < (until ?? Number.MAX_SAFE_INTEGER));
  return [...new Set(held.map(({ organisation }) => organisation))];
}

/** The months that the caller may see, page by page, from their counters. */
export async function listBranchMonths(months: Pick<BranchMonthStore, 'page'>, { query, caller, now }: ListBranchMonths): Promise<Page> {
  const { page, pageSize, period, stage } = query;
  const posts = scopesOf(
    caller,
    now,
    [...readers].filter((role) => role !== plainMember),
  );
  const scopes = posts.length > 0 ? posts : scopesOf(caller, now);
  if (scopes.length === 0) return { items: [], total: 0, page, pageSize };
  const found = await months.page({ scopes, period, stage, page, pageSize });
  return { items: found.items.map((record) => summaryOf(record, now)), total: found.total, page, pageSize };
}

/** The deadline under which a stage stands. */
export const stepOfStage: Readonly<Record<BranchMonthStage, WaitedStep | undefined>> = {
  applying: 'application',
  registering: 'registration',
  reviewing: 'review',
  meeting: 'meeting',
  posting: 'posting',
  publicity: 'publicity',
  filing: 'filing',
  filed: 'return-window',
  closed: undefined,
};

/** Publicity and the return window only pass; nobody is late in them. */
const onlyPasses: readonly BranchMonthStage[] = ['publicity', 'filed', 'closed'];

export function isOverdue(record: Pick<BranchMonthRecord, 'stage' | 'deadlines'>, now: number): boolean {
  const deadline = deadlineOf(record);
  return deadline !== undefined && now >= deadline.dueAt && !onlyPasses.includes(record.stage);
}

export function deadlineOf({ stage, deadlines }: Pick<BranchMonthRecord, 'stage' | 'deadlines'>) {
  return deadlines.find(({ step }) => step === stepOfStage[stage]);
}

function summaryOf(record: BranchMonthRecord, now: number): BranchMonthSummary {
  const { branchId, branchName, period, stage, round, counters } = record;
  const deadline = deadlineOf(record);
  return {
    branchId,
    branchName,
    period,
    stage,
    round,
    ...(deadline ? { dueAt: deadline.dueAt, lastDay: deadline.lastDay } : {}),
    overdue: isOverdue(record, now),
    counters,
  };
}
