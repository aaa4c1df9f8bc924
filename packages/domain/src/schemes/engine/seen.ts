import type { Condition } from '../language/condition.ts';
import { type Answers, longestRow, monthsOf } from './condition.ts';
import type { Step } from './figure.ts';
import type { Run } from './run.ts';
import type { Window } from './window.ts';

/** What a trace shows of a gate besides its answer: the counted months and rows, the first of each kind. */
export function seenBy(run: Run, condition: Condition, window: Window, answers: Answers): Step['values'] {
  switch (condition.kind) {
    case 'months':
      return { [condition.of]: String(monthsOf(run, condition.of, window).settled) };
    case 'consecutive':
      return { row: String(longestRow(run, condition, window, answers)), each: condition.each };
    case 'not':
      return seenBy(run, condition.of, window, answers);
    case 'all':
    case 'any':
      return Object.assign({}, ...condition.of.map((part) => seenBy(run, part, window, answers)).toReversed());
    default:
      return {};
  }
}
