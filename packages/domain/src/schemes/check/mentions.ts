import { own } from '../engine/own.ts';
import type { ScoringScheme } from '../language/scoring-scheme.ts';

export type MentionKind = 'number' | 'interval' | 'node' | 'class' | 'plan' | 'grade' | 'item';
/** A number, an interval or a name in a scheme. */
export type Mention = { readonly kind: MentionKind; readonly text: string; readonly path: string };

const keysOf: Readonly<Record<MentionKind, string>> = {
  number: 'value usual share first amount upTo atMost atLeast times plus weight otherwise to step total',
  interval: 'range worth',
  node: 'part',
  class: 'for classes',
  plan: 'plan ceiling',
  grade: 'grade',
  item: 'item items',
};

/** What the texts under a key of the language are, unless that depends on what stands beside them. */
const byKey: Readonly<Record<string, MentionKind>> = Object.fromEntries(
  Object.entries(keysOf).flatMap(([kind, keys]) => keys.split(' ').map((key) => [key, kind as MentionKind])),
);

type Owner = Readonly<Record<string, unknown>>;

function kindOf(owner: Owner, key: string): MentionKind | undefined {
  switch (key) {
    case 'of':
      return owner.kind === 'months' ? undefined : 'node';
    case 'in':
      return typeof owner.in === 'string' ? 'interval' : owner.kind === 'class' ? 'class' : 'grade';
    case 'by':
      return owner.kind === 'times' ? 'number' : undefined;
    case 'each':
      return 'step' in owner ? 'interval' : undefined;
    default:
      return own(byKey, key);
  }
}

function mentions(value: unknown, kind: MentionKind | undefined, path: string): readonly Mention[] {
  if (typeof value === 'string') return kind ? [{ kind, text: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => mentions(one, kind, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'byClass' ? ofClasses(inner, `${path}/byClass`) : mentions(inner, kindOf(value as Owner, key), `${path}/${key}`),
  );
}

const ofClasses = (byClass: Owner, path: string): readonly Mention[] =>
  Object.entries(byClass).flatMap(([name, number]) => [
    { kind: 'class', text: name, path: `${path}/${name}` },
    ...mentions(number, 'number', `${path}/${name}`),
  ]);

/** Every number, interval and name of a scheme, with its place, in the order of the file. */
export const mentionsIn = (scheme: ScoringScheme): readonly Mention[] => mentions(scheme, undefined, '');
