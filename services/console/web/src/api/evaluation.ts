import type { EvaluationEntry, EvaluationSheet } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, type Refused } from './client.ts';
import { evaluationKey } from './queries.ts';

/** What was saved is shown and told at once. */
export function useEvaluationEntry() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<EvaluationSheet, Refused, EvaluationEntry>({
    mutationFn: (entry) => call('PUT', '/evaluation', entry),
    onSuccess: (sheet) => {
      void message.success(words.evaluation.saved);
      queries.setQueryData(evaluationKey, sheet);
    },
  });
}
