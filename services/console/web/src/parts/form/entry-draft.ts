import { type EntryLine, saysSomething, typedPoints } from '@jifen/contracts';
import { formatPoints } from '@jifen/wording';

/** An addition or deduction while it is typed. */
export type EntryDraft = { item?: string; amount: string; basis: string; evidence: string };

export const emptyEntry: EntryDraft = { amount: '', basis: '', evidence: '' };

export const entryDrafts = (entries: readonly EntryLine[]): EntryDraft[] =>
  entries.map(({ item, amount, basis = '', evidence = '' }) => ({ item, amount: formatPoints(amount), basis, evidence }));

/** Nothing where it cannot be read: the form lets nobody send that. */
export const pointsTyped = (typed: string): number => typedPoints().safeParse(typed).data ?? 0;

export const sumOfDrafts = (drafts: readonly (EntryDraft | undefined)[]): number =>
  drafts.reduce((sum, draft) => sum + pointsTyped(draft?.amount ?? ''), 0);

/** A text that was filled in, under its name. */
export function filledIn<K extends string>(name: K, typed: string | undefined): { [key in K]?: string } {
  const text = typed?.trim() ?? '';
  return !saysSomething(text) ? {} : ({ [name]: text } as { [key in K]: string });
}

/** Only of complete drafts. What an entry is for and what proves it are two things; neither stands in for the other. */
export const entriesOf = (drafts: readonly EntryDraft[]): EntryLine[] =>
  drafts.map(({ item = '', amount, basis, evidence }) => ({
    item,
    amount: pointsTyped(amount),
    ...filledIn('basis', basis),
    ...filledIn('evidence', evidence),
  }));
