import type { BranchMonthScreen, DecisionContent, EntryLine, LineValuesShape, MonthRow } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { type EntryDraft, entriesOf, entryDrafts, filledIn, pointsTyped } from '../../parts/form/entry-draft.ts';

export const sumOf = (entries: readonly EntryLine[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

/** A line in one cell: the task points, then what is deducted and rewarded. */
export function lineText(values: LineValuesShape | undefined): string {
  if (!values) return words.branchMonth.noValue;
  return words.branchMonth.line(formatPoints(values.task), sumOf(values.deductions), sumOf(values.rewards));
}

const entryText = ({ item, amount, basis, evidence }: EntryLine) => JSON.stringify([item, amount, basis, evidence]);

const essence = ({ deductions, task, rewards }: LineValuesShape) => {
  const entries = (list: readonly EntryLine[]) => list.map(entryText).toSorted();
  return JSON.stringify([task, entries(deductions), entries(rewards)]);
};

export const sameLine = (a: LineValuesShape | undefined, b: LineValuesShape | undefined) =>
  a !== undefined && b !== undefined ? essence(a) === essence(b) : a === b;

/** Whether a registration changes what was claimed, so that it needs a reason. What it adds has grounds of its own. */
export function departsFromClaim({ claimed, proposed }: Pick<MonthRow, 'claimed' | 'proposed'>, line: LineValuesShape): boolean {
  const before = claimed ?? proposed;
  const rewards = line.rewards.map(entryText);
  const isKept = (entry: EntryLine) => {
    const at = rewards.indexOf(entryText(entry));
    return at !== -1 && rewards.splice(at, 1).length > 0;
  };
  return before.task !== line.task || !before.rewards.every(isKept);
}

/** The values of a line alone, without what else the record carries beside them. */
export const valuesOf = ({ deductions, task, rewards }: LineValuesShape): LineValuesShape => ({ deductions, task, rewards });

const stages = ['claimed', 'registered', 'reviewed', 'resolved'] as const;

/** Whether anybody changed the line on its way, gave a reason, or it is held back: only such lines need to be opened. */
export function differs(row: MonthRow): boolean {
  const known = stages.map((stage) => row[stage]).filter((values) => values !== undefined);
  const changed = known.some((values, index) => index > 0 && !sameLine(values, known[index - 1]));
  return changed || row.reasons.length > 0 || row.heldBack || row.application === 'absent';
}

/** The month with the lines of those only who still take part: who left after a meeting had resolved their line comes to no other. */
export const withoutLeavers = (month: BranchMonthScreen): BranchMonthScreen => ({
  ...month,
  rows: month.rows.filter((row) => !month.left?.some(({ memberId }) => memberId === row.memberId)),
});

/** The order of the roster, or by the strokes of the family name as people are used to on posted lists. */
export function inOrder(rows: readonly MonthRow[], order: 'roster' | 'strokes'): MonthRow[] {
  const strokes = new Intl.Collator('zh-u-co-stroke');
  return rows.toSorted((a, b) => (order === 'strokes' ? strokes.compare(a.name, b.name) : 0) || a.rosterNumber - b.rosterNumber);
}

/** A member's line while it is typed, with the reason of a change or the note of a registration. */
export type LineDraft = { task: string; deductions: readonly EntryDraft[]; rewards: readonly EntryDraft[]; reason: string };
/** By member. */
export type Changes = Readonly<Record<string, LineDraft>>;

export const lineDraft = ({ task, deductions, rewards }: LineValuesShape): LineDraft => ({
  task: formatPoints(task),
  deductions: entryDrafts(deductions),
  rewards: entryDrafts(rewards),
  reason: '',
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
