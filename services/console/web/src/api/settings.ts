import { type CalendarEntry, type CalendarSheet, type EvaluationEntry, type EvaluationSheet, settingsEndpoints } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, queryOf, type Refused } from './client.ts';

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
