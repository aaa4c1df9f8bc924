import type {
  ApplicationForm,
  BranchMonthScreen,
  branchMonthPage,
  CalendarSheet,
  ClockScreen,
  CommitteesAnswer,
  ConsoleMe,
  DeliveryLog,
  EvaluationSheet,
  ExtensionGiven,
  ExtensionReach,
  MembersAnswer,
  OperationsScreen,
  SheetView,
  TelephoneList,
  TodosScreen,
} from '@jifen/contracts';
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { call, withQuery } from './client.ts';

export type BranchMonthPage = ReturnType<typeof branchMonthPage.parse>;
export type MonthKey = { branchId: string; period: string };

export const monthPath = ({ branchId, period }: MonthKey) => `/branch-months/${branchId}/${period}`;
export const applicationPath = (month: MonthKey, memberId: string) => `${monthPath(month)}/applications/${memberId}`;

const whileUnderWayMs = 3000;

export const useProfile = () =>
  useQuery({
    queryKey: ['profile'],
    queryFn: () => call<{ profile: 'demo' | 'production' }>('GET', '/profile'),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => call<ConsoleMe>('GET', '/me'), staleTime: 300_000 });

export const useToday = () => useQuery({ queryKey: ['clock'], queryFn: () => call<ClockScreen>('GET', '/clock') });

export const useTodos = () => useQuery({ queryKey: ['todos'], queryFn: () => call<TodosScreen>('GET', '/todos') });

export type MonthsFilter = {
  organisation?: string | undefined;
  period?: string | undefined;
  stage?: string | undefined;
  overdue?: 'only' | undefined;
  origin?: 'process' | undefined;
  order?: 'newest-first' | 'due-first';
  page?: number;
  pageSize?: number;
};

export const useMonths = (filter: MonthsFilter = { pageSize: 100 }, lookAgainMs: number | false = false) =>
  useQuery({
    queryKey: ['months', filter],
    queryFn: () => call<BranchMonthPage>('GET', withQuery('/branch-months', filter)),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  });

export const useCommittees = () =>
  useQuery({ queryKey: ['committees'], queryFn: () => call<CommitteesAnswer>('GET', '/committees'), staleTime: 300_000 });

const monthQuery = (month: MonthKey) => ({
  queryKey: ['month', month.branchId, month.period],
  queryFn: () => call<BranchMonthScreen>('GET', monthPath(month)),
});

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

const applicationQuery = (month: MonthKey, memberId: string) => ({
  queryKey: ['application', month.branchId, month.period, memberId],
  queryFn: () => call<ApplicationForm>('GET', applicationPath(month, memberId)),
});

export const useApplication = (month: MonthKey, memberId: string) => useQuery(applicationQuery(month, memberId));

/** Several members' forms as one answer: there when all are there. */
export function useApplications(month: MonthKey, memberIds: readonly string[]): Together<ApplicationForm[]> {
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
  useQuery({ queryKey: ['sheet', memberId, year], queryFn: () => call<SheetView>('GET', withQuery(`/sheets/${memberId}`, { year })) });

export const useMembers = (branchId: string, enabled = true) =>
  useQuery({ queryKey: ['members', branchId], queryFn: () => call<MembersAnswer>('GET', `/branches/${branchId}/members`), enabled });

export const useDeliveries = (month: MonthKey | undefined) =>
  useQuery({
    queryKey: ['deliveries', month],
    queryFn: () => call<DeliveryLog>('GET', withQuery('/deliveries', month ?? {})),
    enabled: month !== undefined,
  });

export const useTelephoneList = (month: MonthKey) =>
  useQuery({ queryKey: ['telephone', month], queryFn: () => call<TelephoneList>('GET', withQuery('/telephone-list', month)) });

export const calendarKey = (year: number) => ['calendar', year] as const;

export const useCalendar = (year: number) =>
  useQuery({ queryKey: calendarKey(year), queryFn: () => call<CalendarSheet>('GET', `/calendar/${year}`) });

export const evaluationKey = ['evaluation'] as const;

export const useEvaluation = () => useQuery({ queryKey: evaluationKey, queryFn: () => call<EvaluationSheet>('GET', '/evaluation') });

export type AskedExtension = { period: string | undefined; step: ExtensionGiven['step'] | undefined; lastDay: string };

export const fetchReach = ({ period, step, lastDay }: AskedExtension) =>
  call<ExtensionReach>('GET', withQuery(`/extensions/${period}/reach`, { step, lastDay: lastDay === '' ? undefined : lastDay }));

/** Whom an extension for all branches would concern; asked when it is known of what. */
export const useExtensionReach = (asked: AskedExtension) =>
  useQuery({
    queryKey: ['extension-reach', asked],
    queryFn: () => fetchReach(asked),
    enabled: asked.period !== undefined && asked.step !== undefined,
  });

const operationsEveryMs = 10_000;

export const useOperations = () =>
  useQuery({
    queryKey: ['operations'],
    queryFn: () => call<OperationsScreen>('GET', '/operations'),
    refetchInterval: operationsEveryMs,
    refetchIntervalInBackground: false,
  });
