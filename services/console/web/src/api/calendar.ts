import type { CalendarEntry, CalendarSheet } from '@jifen/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Refused } from './client.ts';
import { calendarKey } from './queries.ts';

/** What was saved is shown at once; deadlines all over the pages are read anew. */
export function useCalendarEntry() {
  const queries = useQueryClient();
  return useMutation<CalendarSheet, Refused, CalendarEntry>({
    mutationFn: (entry) => call('PUT', `/calendar/${entry.year}`, entry),
    onSuccess: async (sheet) => {
      queries.setQueryData(calendarKey(sheet.year), sheet);
      await queries.invalidateQueries();
    },
  });
}
