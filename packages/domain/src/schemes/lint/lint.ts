import { unlessTooLong } from '../../points/exact.ts';
import { checkScheme } from '../check/check-scheme.ts';
import { error, type Finding } from '../check/finding.ts';
import { indexed } from '../engine/prepare.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';
import { lintBands } from './lint-bands.ts';
import { lintClasses } from './lint-classes.ts';
import { lintForbidden } from './lint-forbidden.ts';
import { lintParts } from './lint-parts.ts';
import { lintRules } from './lint-rules.ts';
import type { Ranges } from './range-of-nodes.ts';

/** Paths side by side, numbers by their size. */
function alongTheFile(left: string, right: string): number {
  const [one, other] = [left.split('/'), right.split('/')];
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return one.length - other.length;
  const [a = '', b = ''] = [one[at], other[at]];
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : a < b ? -1 : 1;
}

/** Regulation 2-2 step 1: what is or looks wrong with a scheme, before anybody is scored by it; in the order of the file. */
export function lintScheme(scheme: ScoringScheme): readonly Finding[] {
  const broken = checkScheme(scheme);
  if (broken.length > 0) return broken;
  return unlessTooLong(() => looksWrong(scheme)) ?? [error('number-too-long', '/score', { digits: '900' })];
}

function looksWrong(scheme: ScoringScheme): readonly Finding[] {
  const ready = indexed(scheme);
  const rangesFor = (forWhom: Ranges['forWhom']): Ranges => ({ ready, known: new Map(), forWhom });
  const found = [
    ...lintForbidden(ready),
    ...lintClasses(ready),
    ...lintParts(ready, rangesFor('all-year')),
    ...lintBands(ready, rangesFor('anybody')),
    ...lintRules(ready),
  ];
  return found.toSorted((left, right) => alongTheFile(left.path, right.path) || (left.code < right.code ? -1 : 1));
}
