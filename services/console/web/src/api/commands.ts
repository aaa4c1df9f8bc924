import type { ClockScreen, SessionRequest } from '@jifen/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Refused } from './client.ts';

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
