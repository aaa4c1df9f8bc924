import type { z } from 'zod';

export type Unreadable = { collection: string; id: string; paths: readonly string[] };

/** A document of the record that this release cannot read. It names the place and never a value: values are people's. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly place: Unreadable;

  constructor(place: Unreadable) {
    super(`cannot read ${place.id} of ${place.collection}: ${place.paths.join(', ')}`);
    this.place = place;
  }
}

/** Throws `UnreadableDocument` where a document is not as its schema wants it. */
export type DocumentReader<T> = {
  one(document: unknown): T;
  /** Of what a store finds or does not find. */
  found(document: unknown): T | undefined;
  all(documents: readonly unknown[]): T[];
  /** The same where one that cannot be read must not keep the others back. */
  each(documents: readonly unknown[]): (T | UnreadableDocument)[];
};

const atMost = 5;

export function documentReader<T>(collection: string, schema: z.ZodType<T>): DocumentReader<T> {
  const read = (document: unknown): T | UnreadableDocument => {
    const parsed = schema.safeParse(document);
    if (parsed.success) return parsed.data;
    const paths = new Set(parsed.error.issues.flatMap(pathsOf));
    return new UnreadableDocument({ collection, id: idOf(document), paths: [...paths].slice(0, atMost) });
  };
  const one = (document: unknown): T => {
    const found = read(document);
    if (found instanceof UnreadableDocument) throw found;
    return found;
  };
  return {
    one,
    found: (document) => (document === null || document === undefined ? undefined : one(document)),
    all: (documents) => documents.map(one),
    each: (documents) => documents.map(read),
  };
}

/** An unknown field is named where a schema admits none. */
const pathsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')];

const idOf = (document: unknown): string =>
  typeof document === 'object' && document !== null && '_id' in document ? String(document._id) : 'a document without an id';

/** As JSON keeps it: a field that is undefined is left out, where the driver would write null. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
