import { type EvaluationEntry, type EvaluationSheet, settingsEndpoints } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, queryOf, type Refused } from './client.ts';

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
