import { formatDate, formatPoints } from '../format.ts';

type Limit = number | string | undefined;

/** What is wrong with a field, by the code that the contract gives; of a text that is too long by the schema's own. */
const sentences: Readonly<Record<string, (limit: Limit) => string>> = {
  'nothing-to-read': () => '没有写内容，请写明',
  'too-big': (limit) => `最多写${limit}个字`,
  'unreadable-points': () => '请填数字，最多两位小数',
  'too-few-points': (limit) => `不能少于${formatPoints(Number(limit))}分`,
  'too-many-points': (limit) => `不能超过${formatPoints(Number(limit))}分`,
  'unreadable-count': () => '请填整数',
  'too-early': (limit) => `不能早于${formatDate(String(limit))}`,
  'too-late': (limit) => `不能晚于${formatDate(String(limit))}`,
  'impossible-date': () => '没有这一天，请核对日期',
};

type Finding = { code: string; maximum?: unknown; params?: Readonly<Record<string, unknown>> | undefined };

/** A finding of a contract's schema as the sentence beside its field. */
export function fieldSentence({ code, maximum, params }: Finding): string {
  const limit = (params?.limit ?? maximum) as Limit;
  return sentences[String(params?.code ?? code.replaceAll('_', '-'))]?.(limit) ?? '填的内容不对，请核对';
}
