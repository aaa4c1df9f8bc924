import {
  type BranchMonthScreen,
  branchMonthEndpoints,
  type branchMonthPage,
  type ExtensionGiven,
  peopleEndpoints,
  screenEndpoints,
  sessionEndpoints,
  settingsEndpoints,
} from '@jifen/contracts';
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryOf } from './client.ts';

export type BranchMonthPage = z.output<typeof branchMonthPage>;
export type MonthKey = { branchId: string; period: string };

const whileUnderWayMs = 3000;
const operationsEveryMs = 10_000;
const seldomMs = 300_000;

export const useProfile = () => useQuery({ ...queryOf(sessionEndpoints.profile, {}), staleTime: Number.POSITIVE_INFINITY });

export const useMe = () => useQuery({ ...queryOf(sessionEndpoints.me, {}), staleTime: seldomMs });

export const useToday = () => useQuery(queryOf(screenEndpoints.clock, {}));

export const useTodos = () => useQuery(queryOf(screenEndpoints.todos, {}));

export type MonthsFilter = z.input<NonNullable<NonNullable<(typeof branchMonthEndpoints.list)['request']>['query']>>;

export const useMonths = (filter: MonthsFilter = { pageSize: 100 }, lookAgainMs: number | false = false) =>
  useQuery({
    ...queryOf(branchMonthEndpoints.list, { query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  });

export const useCommittees = () => useQuery({ ...queryOf(peopleEndpoints.committees, {}), staleTime: seldomMs });

export const monthQuery = ({ branchId, period }: MonthKey) => queryOf(screenEndpoints.branchMonth, { params: { branchId, period } });

/** Asks again while an act is on its way to its effect. */
export const useBranchMonth = (month: MonthKey) =>
  useQuery({
    ...monthQuery(month),
    refetchInterval: ({ state }) => (state.data?.acts.some(({ status }) => status === 'pending') ? whileUnderWayMs : false),
  });

/** Several months of a branch as one answer: there when all are there. */
export function useBranchMonths(branchId: string, periods: readonly string[]): Together<BranchMonthScreen[]> {
  return useQueries({ queries: periods.map((period) => monthQuery({ branchId, period })), combine: together });
}

const applicationQuery = ({ branchId, period }: MonthKey, memberId: string) =>
  queryOf(screenEndpoints.application, { params: { branchId, period, memberId } });

export const useApplication = (month: MonthKey, memberId: string) => useQuery(applicationQuery(month, memberId));

/** Several members' forms as one answer: there when all are there. */
export function useApplications(month: MonthKey, memberIds: readonly string[]) {
  return useQueries({ queries: memberIds.map((memberId) => applicationQuery(month, memberId)), combine: together });
}

type Together<T> = { data: T | undefined; error: Error | null; refetch: () => unknown };

function together<T>(answers: readonly UseQueryResult<T>[]): Together<T[]> {
  const known = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    data: known.length === answers.length ? known : undefined,
    error: answers.find(({ error }) => error)?.error ?? null,
    refetch: () => answers.map(({ error, refetch }) => (error ? refetch() : undefined)),
  };
}

export const useSheet = (memberId: string, year: number | undefined) =>
  useQuery(queryOf(branchMonthEndpoints.sheet, { params: { memberId }, query: { year } }));

export const useMembers = (branchId: string) => useQuery(queryOf(peopleEndpoints.members, { params: { branchId } }));

export const useDeliveries = (month: MonthKey) => useQuery(queryOf(screenEndpoints.deliveries, { query: month }));

export const useTelephoneList = (month: MonthKey) => useQuery(queryOf(screenEndpoints.telephoneList, { query: month }));

export const useCalendar = (year: number) => useQuery(queryOf(settingsEndpoints.calendar, { params: { year } }));

export const useEvaluation = () => useQuery(queryOf(settingsEndpoints.evaluation, {}));

export type AskedExtension = { period?: string | undefined; step?: ExtensionGiven['step'] | undefined; lastDay: string };

/** Whom an extension for all branches would concern; asked when it is known of what. */
export const reachQuery = ({ period = '', step, lastDay }: AskedExtension) => ({
  ...queryOf(branchMonthEndpoints.extensionReach, {
    params: { period },
    query: { step: step as ExtensionGiven['step'], ...(lastDay && { lastDay }) },
  }),
  enabled: period !== '' && step !== undefined,
});

export const useOperations = () =>
  useQuery({ ...queryOf(screenEndpoints.operations, {}), refetchInterval: operationsEveryMs, refetchIntervalInBackground: false });
