import type { CalendarEntry, CalendarSheet } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, type Refused } from './client.ts';
import { calendarKey } from './queries.ts';

/** What was saved is shown and told at once; deadlines all over the pages are read anew. */
export function useCalendarEntry(onSaved: () => void) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<CalendarSheet, Refused, CalendarEntry>({
    mutationFn: (entry) => call('PUT', `/calendar/${entry.year}`, entry),
    onSuccess: async (sheet) => {
      void message.success(words.calendar.saved(sheet.year));
      onSaved();
      queries.setQueryData(calendarKey(sheet.year), sheet);
      await queries.invalidateQueries();
    },
  });
}
