import {
  type ClockScreen,
  type ExtensionGiven,
  extensionEndpoints,
  messageEndpoints,
  type PersonalExtension,
  type PostChange,
  peopleEndpoints,
  type SessionRequest,
  type StandingChange,
  screenEndpoints,
  sessionEndpoints,
} from '@jifen/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Refused } from './client.ts';
import { type MonthKey, monthQuery, reachQuery } from './queries.ts';

/** Everything asked before belongs to whoever was signed in before. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation<void, Refused, SessionRequest>({
    mutationFn: (request) => call(sessionEndpoints.signIn, { body: request }),
    onSuccess: () => queries.resetQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation<void, Refused, void>({ mutationFn: () => call(sessionEndpoints.signOut, {}), onSuccess: () => queries.clear() });
}

export function useAdvanceDay() {
  const queries = useQueryClient();
  return useMutation<ClockScreen, Refused, void>({
    mutationFn: () => call(screenEndpoints.advanceClock, { body: { workingDays: 1 } }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation<void, Refused, string>({
    mutationFn: (messageId) => call(messageEndpoints.markRead, { params: { messageId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [screenEndpoints.todos.path] }),
  });
}

const looksForNewDay = 10;
const lookAgainAfterMs = 500;

/** The month has the new day a moment after it was given; the page waits for it a while, and is then read anew. */
export function useExtension({ branchId, period }: MonthKey) {
  const queries = useQueryClient();
  return useMutation<void, Refused, ExtensionGiven>({
    mutationFn: async (given) => {
      await call(extensionEndpoints.forBranch, { params: { branchId, period }, body: given });
      await lookUntil(() => hasNewDay({ branchId, period }, given));
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** 个别延期: the same for one member's application. */
export function usePersonalExtension({ branchId, period }: MonthKey, memberId: string) {
  const queries = useQueryClient();
  const hasOwnDay = async (lastDay: string) => {
    const seen = await monthQuery({ branchId, period })
      .queryFn()
      .catch(() => undefined);
    return seen?.rows.some((row) => row.memberId === memberId && row.personalLastDay === lastDay) ?? false;
  };
  return useMutation<void, Refused, PersonalExtension>({
    mutationFn: async (given) => {
      await call(extensionEndpoints.forMember, { params: { branchId, period, memberId }, body: given });
      await lookUntil(() => hasOwnDay(given.lastDay));
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function usePostChange(branchId: string) {
  const queries = useQueryClient();
  return useMutation<unknown, Refused, PostChange>({
    mutationFn: (change) => call(peopleEndpoints.changePost, { params: { branchId }, body: change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [peopleEndpoints.members.path] }),
  });
}

export function useStandingChange(memberId: string) {
  const queries = useQueryClient();
  return useMutation<unknown, Refused, StandingChange>({
    mutationFn: (change) => call(peopleEndpoints.changeStanding, { params: { memberId }, body: change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [peopleEndpoints.members.path] }),
  });
}

/** The same for all branches of a month. */
export function useExtensionForAll(period: string = '') {
  const queries = useQueryClient();
  return useMutation<void, Refused, ExtensionGiven>({
    mutationFn: async (given) => {
      await call(extensionEndpoints.forAll, { params: { period }, body: given });
      await lookUntil(
        async () =>
          (
            await reachQuery({ period, ...given })
              .queryFn()
              .catch(() => undefined)
          )?.moved === 0,
      );
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
  const seen = await monthQuery(month)
    .queryFn()
    .catch(() => undefined);
  return seen?.deadlines.some((deadline) => deadline.step === step && deadline.lastDay >= lastDay) ?? false;
}
