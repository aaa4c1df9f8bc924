import type { SchemeRefinement, ScoringFacts, ScoringScheme } from '@jifen/domain';
import type { z } from 'zod';
import type { Unusable } from './parse-json.ts';
import { schemeRefinement } from './scheme-refinement.ts';
import { scoringFacts } from './scoring-facts.ts';
import { scoringScheme } from './scoring-scheme.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reasons: readonly Unusable[] };

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part)}`).join('');

function foundAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), data);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The most telling of the ways in which none of several forms fits: the one that came furthest. */
function furthest(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const deep = issue.errors.filter((issues) => issues.length > 0 && depth(issues) > 0);
  return deep.toSorted((left, right) => depth(right) - depth(left))[0];
}

function explain(data: unknown, issue: Issue, above: readonly PropertyKey[] = []): readonly Unusable[] {
  const path = [...above, ...issue.path];
  const found = foundAt(data, path);
  const at = (code: string, values: Unusable['values'] = {}): readonly Unusable[] => [{ code, path: pathOf(path), values }];
  if (issue.code === 'unrecognized_keys') return at('unknown-field', { keys: issue.keys.join('、') });
  if (issue.code === 'invalid_union') {
    const inner = furthest(issue);
    if (inner) return inner.flatMap((one) => explain(data, one, path));
    const named = typeof found === 'object' && found !== null && 'kind' in found ? found.kind : found;
    return found === undefined ? at('field-missing') : at('unknown-construct', { value: typeof named === 'string' ? named : shown(named) });
  }
  if (found === undefined) return at('field-missing');
  if (issue.code === 'invalid_type') return at('wrong-type', { value: shown(found) });
  return at('wrong-value', { value: typeof found === 'string' ? found : shown(found) });
}

function parsed<T>(schema: z.ZodType<T>, data: unknown): Parsed<T> {
  const result = schema.safeParse(data);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, reasons: result.error.issues.flatMap((issue) => explain(data, issue)) };
}

/** A scheme as its file says it, or every place that is not as the format wants it. */
export const parseScheme = (data: unknown): Parsed<ScoringScheme> => parsed<ScoringScheme>(scoringScheme, data);
/** Facts as their file says them, or every place that is not as the format wants it. */
export const parseFacts = (data: unknown): Parsed<ScoringFacts> => parsed<ScoringFacts>(scoringFacts, data);
/** A refinement as its file says it, or every place that is not as the format wants it. */
export const parseRefinement = (data: unknown): Parsed<SchemeRefinement> => parsed<SchemeRefinement>(schemeRefinement, data);
