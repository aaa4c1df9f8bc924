import { formatDate } from '../../format.ts';

export const extensionWords = {
  button: '延期',
  title: (step: string) => `${step}延期`,
  hint: (standing: string) => `现在的截止日是${formatDate(standing)}。只能往后延；后面各步的截止日不会早于新的截止日。`,
  lastDay: '新的截止日',
  lastDayMissing: '请选比现在的截止日更晚的工作日，不能早于今天',
  reason: '延期理由',
  reasonMissing: '请写明延期理由',
  given: (step: string, lastDay: string) => `${step}已经延期到${formatDate(lastDay)}`,
};
