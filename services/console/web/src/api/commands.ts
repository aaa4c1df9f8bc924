import {
  branchMonthEndpoints,
  type CalendarEntry,
  type CalendarSheet,
  type EvaluationEntry,
  type EvaluationSheet,
  type ExtensionGiven,
  extensionEndpoints,
  messageEndpoints,
  type NoticeAnswer,
  type PersonalExtension,
  type PostChange,
  peopleEndpoints,
  type RemindByHandRequest,
  type SessionRequest,
  type StandingChange,
  screenEndpoints,
  sessionEndpoints,
  settingsEndpoints,
} from '@jifen/contracts';
import { refusalSentence, words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, queryOf, type Refused } from './client.ts';
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

/** Afterwards everything is read anew, or only what lies under a path. */
function useChange<Asked, T>(send: (asked: Asked) => Promise<T>, path?: string) {
  const queries = useQueryClient();
  return useMutation<T, Refused, Asked>({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries(path === undefined ? {} : { queryKey: [path] }),
  });
}

export const useAdvanceDay = () => useChange((_: undefined) => call(screenEndpoints.advanceClock, { body: { workingDays: 1 } }));

export const useMarkRead = () =>
  useChange((messageId: string) => call(messageEndpoints.markRead, { params: { messageId } }), screenEndpoints.todos.path);

export function useMarkAllRead() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<{ marked: number }, Refused, number>({
    mutationFn: (upTo) => call(messageEndpoints.markAllRead, { body: { upTo } }),
    onSuccess: ({ marked }) => {
      void message.success(words.todos.markedRead(marked));
      return queries.invalidateQueries({ queryKey: [screenEndpoints.todos.path] });
    },
  });
}

export const usePostChange = (branchId: string) =>
  useChange((change: PostChange) => call(peopleEndpoints.changePost, { params: { branchId }, body: change }), peopleEndpoints.members.path);

export const useStandingChange = (memberId: string) =>
  useChange(
    (change: StandingChange) => call(peopleEndpoints.changeStanding, { params: { memberId }, body: change }),
    peopleEndpoints.members.path,
  );

const looksForNewDay = 10;
const lookAgainAfterMs = 500;

/** The month has the new day a moment after it was given; the page waits for it a while, and is then read anew. */
const useNewDay = <Given>(give: (given: Given) => Promise<unknown>, isThere: (given: Given) => Promise<boolean>) =>
  useChange(async (given: Given) => {
    await give(given);
    for (let look = 0; look < looksForNewDay; look += 1) {
      if (await isThere(given).catch(() => false)) return;
      await new Promise<void>((resolve) => setTimeout(resolve, lookAgainAfterMs));
    }
  });

export const useExtension = ({ branchId, period }: MonthKey) =>
  useNewDay(
    (given: ExtensionGiven) => call(extensionEndpoints.forBranch, { params: { branchId, period }, body: given }),
    async ({ step, lastDay }) => {
      const { deadlines } = await monthQuery({ branchId, period }).queryFn();
      return deadlines.some((deadline) => deadline.step === step && deadline.lastDay >= lastDay);
    },
  );

/** 个别延期: the same for one member's application. */
export const usePersonalExtension = ({ branchId, period }: MonthKey, memberId: string) =>
  useNewDay(
    (given: PersonalExtension) => call(extensionEndpoints.forMember, { params: { branchId, period, memberId }, body: given }),
    async ({ lastDay }) => {
      const { rows } = await monthQuery({ branchId, period }).queryFn();
      return rows.some((row) => row.memberId === memberId && row.personalLastDay === lastDay);
    },
  );

/** The same for all branches of a month. */
export const useExtensionForAll = (period: string = '') =>
  useNewDay(
    (given: ExtensionGiven) => call(extensionEndpoints.forAll, { params: { period }, body: given }),
    async (given) => (await reachQuery({ period, ...given }).queryFn()).moved === 0,
  );

/** What became of it is told beside the page: by then the row may stand at another step. */
export function useReminder() {
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  return useMutation<NoticeAnswer, Refused, RemindByHandRequest>({
    mutationFn: (reminder) => call(messageEndpoints.remind, { body: reminder }),
    onSuccess: ({ accepted }) => {
      void message[accepted > 0 ? 'success' : 'info'](words.progress.reminded(accepted));
    },
    onError: ({ code, facts }) => {
      notification.warning({ title: words.shell.refused(words.progress.remind), description: refusalSentence(code, facts), duration: 0 });
      return queries.invalidateQueries({ queryKey: [branchMonthEndpoints.list.path] });
    },
  });
}

/** What was saved is shown and told at once; deadlines all over the pages are read anew. */
export function useCalendarEntry(onSaved: () => void) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<CalendarSheet, Refused, CalendarEntry>({
    mutationFn: (entry) => call(settingsEndpoints.enterCalendar, { params: { year: entry.year }, body: entry }),
    onSuccess: async (sheet) => {
      void message.success(words.calendar.saved(sheet.year));
      onSaved();
      queries.setQueryData(queryOf(settingsEndpoints.calendar, { params: { year: sheet.year } }).queryKey, sheet);
      await queries.invalidateQueries();
    },
  });
}

/** What was saved is shown and told at once. */
export function useEvaluationEntry() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<EvaluationSheet, Refused, EvaluationEntry>({
    mutationFn: (entry) => call(settingsEndpoints.enterEvaluation, { body: entry }),
    onSuccess: (sheet) => {
      void message.success(words.evaluation.saved);
      queries.setQueryData(queryOf(settingsEndpoints.evaluation, {}).queryKey, sheet);
    },
  });
}
