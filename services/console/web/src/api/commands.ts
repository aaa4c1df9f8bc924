import type {
  BranchMonthScreen,
  ClockScreen,
  ExtensionGiven,
  PersonalExtension,
  PostChange,
  SessionRequest,
  StandingChange,
} from '@jifen/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Refused } from './client.ts';
import { fetchReach, type MonthKey, monthPath } from './queries.ts';

/** Everything asked before belongs to whoever was signed in before. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation<void, Refused, SessionRequest>({
    mutationFn: (request) => call('POST', '/session', request),
    onSuccess: () => queries.resetQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation<void, Refused, void>({ mutationFn: () => call('DELETE', '/session'), onSuccess: () => queries.clear() });
}

export function useAdvanceDay() {
  const queries = useQueryClient();
  return useMutation<ClockScreen, Refused, void>({
    mutationFn: () => call('POST', '/clock/advance', { workingDays: 1 }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation<void, Refused, string>({
    mutationFn: (messageId) => call('POST', `/inbox/${messageId}/read`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['todos'] }),
  });
}

const looksForNewDay = 10;
const lookAgainAfterMs = 500;

/** The month has the new day a moment after it was given; the page waits for it a while, and is then read anew. */
export function useExtension({ branchId, period }: MonthKey) {
  const queries = useQueryClient();
  return useMutation<void, Refused, ExtensionGiven>({
    mutationFn: async (given) => {
      await call('PUT', `/branches/${branchId}/extensions/${period}`, given);
      await lookUntil(() => hasNewDay({ branchId, period }, given));
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** 个别延期: the same for one member's application. */
export function usePersonalExtension({ branchId, period }: MonthKey, memberId: string) {
  const queries = useQueryClient();
  const hasOwnDay = async (lastDay: string) => {
    const seen = await call<BranchMonthScreen>('GET', monthPath({ branchId, period })).catch(() => undefined);
    return seen?.rows.some((row) => row.memberId === memberId && row.personalLastDay === lastDay) ?? false;
  };
  return useMutation<void, Refused, PersonalExtension>({
    mutationFn: async (given) => {
      await call('PUT', `/branches/${branchId}/extensions/${period}/members/${memberId}`, given);
      await lookUntil(() => hasOwnDay(given.lastDay));
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function usePostChange(branchId: string) {
  const queries = useQueryClient();
  return useMutation<void, Refused, PostChange>({
    mutationFn: (change) => call('PUT', `/branches/${branchId}/posts`, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members', branchId] }),
  });
}

export function useStandingChange(branchId: string, memberId: string) {
  const queries = useQueryClient();
  return useMutation<void, Refused, StandingChange>({
    mutationFn: (change) => call('PUT', `/members/${memberId}/standing`, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members', branchId] }),
  });
}

/** The same for all branches of a month. */
export function useExtensionForAll(period: string | undefined) {
  const queries = useQueryClient();
  return useMutation<void, Refused, ExtensionGiven>({
    mutationFn: async (given) => {
      await call('PUT', `/extensions/${period}`, given);
      await lookUntil(async () => (await fetchReach({ period, ...given }).catch(() => undefined))?.moved === 0);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

async function lookUntil(isThere: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < looksForNewDay; look += 1) {
    if (await isThere()) return;
    await new Promise<void>((resolve) => setTimeout(resolve, lookAgainAfterMs));
  }
}

async function hasNewDay(month: MonthKey, { step, lastDay }: ExtensionGiven): Promise<boolean> {
  const seen = await call<BranchMonthScreen>('GET', monthPath(month)).catch(() => undefined);
  return seen?.deadlines.some((deadline) => deadline.step === step && deadline.lastDay >= lastDay) ?? false;
}
