import type { BranchMonthScreen, DecisionContent, LineValuesShape, MonthRow } from '@jifen/contracts';
import { formatPoints } from '@jifen/wording';
import { type EntryDraft, entriesOf, entryDrafts, filledIn, pointsTyped } from '../../parts/form/entry-draft.ts';

/** A member's line while it is typed, with the reason of a change or the note of a registration. */
export type LineDraft = { task: string; deductions: readonly EntryDraft[]; rewards: readonly EntryDraft[]; reason: string };
/** By member. */
export type Changes = Readonly<Record<string, LineDraft>>;

export const lineDraft = ({ task, deductions, rewards }: LineValuesShape, reason = ''): LineDraft => ({
  task: formatPoints(task),
  deductions: entryDrafts(deductions),
  rewards: entryDrafts(rewards),
  reason,
});

export const lineOf = ({ task, deductions, rewards }: LineDraft): LineValuesShape => ({
  deductions: entriesOf(deductions),
  task: pointsTyped(task),
  rewards: entriesOf(rewards),
});

/** As a decision carries them. */
export const changedLines = (changes: Changes) =>
  Object.entries(changes).map(([memberId, draft]) => ({ memberId, ...lineOf(draft), reason: draft.reason.trim() }));

/** A claim that came in meanwhile begins its line anew. */
export const lineKey = ({ memberId, appliedAt }: Pick<MonthRow, 'memberId' | 'appliedAt'>) => `${memberId}/${appliedAt ?? ''}`;

type Awaiting = Pick<MonthRow, 'memberId' | 'appliedAt' | 'proposed'>;
export type Lines = Readonly<Record<string, Partial<LineDraft>>>;

/** What is not touched is registered as it is proposed. */
export const draftIn = (lines: Lines, row: Awaiting): LineDraft => ({ ...lineDraft(row.proposed), ...lines[lineKey(row)] });

export function registration(lines: Lines, awaiting: readonly Awaiting[]): Extract<DecisionContent, { kind: 'register' }> {
  const registered = awaiting.map((row) => {
    const draft = draftIn(lines, row);
    return { memberId: row.memberId, ...lineOf(draft), ...filledIn('note', draft.reason) };
  });
  return { kind: 'register', lines: registered };
}

export type AnswerDraft = { upheld?: boolean; answer: string; change?: LineDraft };
type Objection = Pick<BranchMonthScreen['objections'][number], 'objectionId' | 'memberId'>;

/** Only of a complete draft; a new value belongs to an objection that is upheld. */
export function answerContent({ objectionId, memberId }: Objection, { upheld = false, answer, change }: AnswerDraft): DecisionContent {
  const newValue = upheld && change ? { change: { memberId, ...lineOf(change) } } : {};
  return { kind: 'answer-objection', objectionId, upheld, answer: answer.trim(), ...newValue };
}
