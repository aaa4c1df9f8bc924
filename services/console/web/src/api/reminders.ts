import { branchMonthEndpoints, messageEndpoints, type NoticeAnswer, type RemindByHandRequest } from '@jifen/contracts';
import { refusalSentence, words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, type Refused } from './client.ts';

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
      notification.warning({
        title: words.shell.refused(words.progress.remind),
        description: refusalSentence(code, facts),
        duration: 0,
      });
      return queries.invalidateQueries({ queryKey: [branchMonthEndpoints.list.path] });
    },
  });
}
