import { exact, whole } from '../../points/exact.ts';
import { assertNever } from '../../result.ts';
import type { Condition } from '../language/condition.ts';
import { lies } from '../language/interval.ts';
import { isKnown } from './figure.ts';
import type { FigureOf } from './measure.ts';
import { own } from './own.ts';
import { classAtStart, classOn, type Run } from './run.ts';
import { lastDay, periodsIn, type Window } from './window.ts';

/** What a condition may ask about besides the facts. Grades are known only after grading. */
export type Answers = {
  readonly figureOf: FigureOf;
  readonly thisGrade?: string | null;
};

const known = (text: string | null | undefined) => (text == null ? null : exact(text));

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const earlierYear = (run: Run, years: number) => run.facts.earlier?.find(({ year }) => year === run.facts.year - years);

/** The results of a part, period by period, the earlier years first; null where nothing is known. */
function history(run: Run, { of, each }: Of<'consecutive'>, { figureOf }: Answers) {
  const settled = each === 'year' ? [run.year] : periodsIn(run.year, run.year, each).filter(({ from }) => from <= run.until);
  const ofThisYear = settled.map((window) => {
    const found = figureOf(run, of, window);
    return { now: true, value: found && isKnown(found) ? found.value : null };
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

function consecutive(run: Run, condition: Of<'consecutive'>, answers: Answers): boolean {
  const within = run.ready.interval(condition.in);
  let row = 0;
  for (const { now, value } of history(run, condition, answers)) {
    row = value !== null && lies(value, within) ? row + 1 : 0;
    if (now && row >= condition.times) return true;
  }
  return false;
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

/** Regulation 2-2, 2-3: whether a condition holds in a period; null where what it asks about is not known. */
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
    case 'grade-rise':
      return rose(run, condition, answers);
    case 'class': {
      const own = classOn(run.facts, lastDay(window)) ?? classAtStart(run.facts, window);
      return own === null ? null : condition.in.includes(own);
    }
    case 'standing':
      return run.facts.member.standing === condition.is;
    case 'consecutive':
      return consecutive(run, condition, answers);
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
