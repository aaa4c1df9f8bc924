import { exact, whole } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { Condition, MonthsOf } from '../language/condition.ts';
import { lies } from '../language/interval.ts';
import { isKnown } from './figure.ts';
import type { FigureOf } from './measure.ts';
import { own } from './own.ts';
import { classAtStart, classOn, isAway, type Run } from './run.ts';
import { lastDay, monthNumber, periodsIn, type Window } from './window.ts';

/** What a condition may ask about besides the facts. Grades are known after grading only. */
export type Answers = {
  readonly figureOf: FigureOf;
  readonly thisGrade?: string | null;
};

const known = (text: string | null | undefined) => (text == null ? null : exact(text));

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const earlierYear = (run: Run, years: number) => run.facts.earlier?.find(({ year }) => year === run.facts.year - years);

/** The results of a part up to the end of a period, earlier years first; null where unknown. */
function history(run: Run, { of, each }: Of<'consecutive'>, within: Window, { figureOf }: Answers) {
  const periods = each === 'year' ? [run.year] : periodsIn(run.year, run.year, each);
  const settled = periods.filter(({ from, to }) => from <= run.until && to <= within.to);
  const ofThisYear = settled.map((window) => {
    const found = isAway(run, window) ? null : figureOf(run, of, window);
    return { now: window.from >= within.from, value: found && isKnown(found) ? found.value : null };
  });
  const earlier = (run.facts.earlier ?? []).toSorted((left, right) => left.year - right.year);
  const before = earlier.flatMap(({ year, components }) => {
    const results = own(components, of) ?? {};
    const labels = each === 'year' ? [String(year)] : Object.keys(results).toSorted();
    return labels.map((label) => ({ now: false, year, value: known(own(results, label)) }));
  });
  const unbroken = earlier.every(({ year }, index) => year === run.facts.year - earlier.length + index);
  return unbroken ? [...before, ...ofThisYear] : ofThisYear;
}

/** The longest row of a part's results in an interval that ends in a period or continues after it. */
export function longestRow(run: Run, condition: Of<'consecutive'>, window: Window, answers: Answers): number {
  const within = run.ready.interval(condition.in);
  let [row, longest] = [0, 0];
  for (const { now, value } of history(run, condition, window, answers)) {
    row = value !== null && lies(value, within) ? row + 1 : 0;
    if (now) longest = Math.max(longest, row);
  }
  return longest;
}

/** How many of the period's settled months match, and how many months are still to come. */
export function monthsOf(run: Run, of: MonthsOf, { from, to }: Window): { readonly settled: number; readonly open: number } {
  const exempt = new Set((run.facts.member.exempt ?? []).map(monthNumber));
  let settled = 0;
  for (let month = from; month <= Math.min(to, run.until); month += 1) {
    const counts = of === 'exempt' ? exempt.has(month) : run.away.has(month) === (of === 'away');
    if (counts) settled += 1;
  }
  return { settled, open: Math.max(0, to - Math.max(run.until, from - 1)) };
}

/** Unknown while later months can still change the answer. */
function months(run: Run, { of, in: within }: Of<'months'>, window: Window): boolean | null {
  const { settled, open } = monthsOf(run, of, window);
  const answers = Array.from({ length: open + 1 }, (_, more) => lies(whole(settled + more), run.ready.interval(within)));
  return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;
}

function gradeIs(run: Run, { in: named, year }: Of<'grade'>, { thisGrade }: Answers): boolean | null {
  const grade = year === 'this' ? thisGrade : earlierYear(run, 1)?.grade;
  return grade == null ? null : named.includes(grade);
}

function gradesInARow(run: Run, { years, in: named }: Of<'consecutive-grades'>, { thisGrade }: Answers): boolean {
  const before = Array.from({ length: years - 1 }, (_, index) => earlierYear(run, index + 1)?.grade);
  return [thisGrade, ...before].every((grade) => grade != null && named.includes(grade));
}

/** Regulation 2-3 (A6, A7): between year-end grades; without one of them the clause does not hold. */
function rose(run: Run, { atLeast }: Of<'grade-rise'>, { thisGrade }: Answers): boolean {
  const grades = run.ready.scheme.grading?.grades.map(({ id }) => id) ?? [];
  const before = earlierYear(run, 1)?.grade;
  if (thisGrade == null || before == null) return false;
  const [now, then] = [grades.indexOf(thisGrade), grades.indexOf(before)];
  return now >= 0 && then >= 0 && then - now >= atLeast;
}

function score(run: Run, { of, in: within }: Of<'score'>, window: Window, { figureOf }: Answers): boolean | null {
  const found = figureOf(run, of, window);
  return found && isKnown(found) ? lies(found.value, run.ready.interval(within)) : null;
}

function every(parts: readonly (boolean | null)[]): boolean | null {
  return parts.includes(false) ? false : parts.includes(null) ? null : true;
}

/** Whether a condition holds in a period; null where that is unknown. */
export function holds(run: Run, condition: Condition, window: Window, answers: Answers): boolean | null {
  const one = (part: Condition) => holds(run, part, window, answers);
  switch (condition.kind) {
    case 'score':
      return score(run, condition, window, answers);
    case 'entries': {
      const count = run.index.entriesIn(condition.item, window).reduce((sum, entry) => sum + (entry.quantity ?? 1), 0);
      return lies(whole(count), run.ready.interval(condition.in));
    }
    case 'decision':
      return (run.facts.decisions ?? []).some(({ decision }) => decision === condition.decision);
    case 'grade':
      return gradeIs(run, condition, answers);
    case 'consecutive-grades':
      return gradesInARow(run, condition, answers);
    case 'month':
      return condition.in.includes((window.from % 12) + 1);
    case 'months':
      return months(run, condition, window);
    case 'grade-rise':
      return rose(run, condition, answers);
    case 'class': {
      const own = classOn(run.facts, lastDay(window)) ?? classAtStart(run.facts, window);
      return own === null ? null : condition.in.includes(own);
    }
    case 'standing':
      return run.facts.member.standing === condition.is;
    case 'consecutive':
      return longestRow(run, condition, window, answers) >= condition.times;
    case 'all':
      return every(condition.of.map(one));
    case 'any': {
      const none = every(condition.of.map(one).map((answer) => (answer === null ? null : !answer)));
      return none === null ? null : !none;
    }
    case 'not': {
      const answer = one(condition.of);
      return answer === null ? null : !answer;
    }
    default:
      return assertNever(condition);
  }
}
