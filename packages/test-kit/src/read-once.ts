import type { DocumentReader } from '@jifen/service-kit';

/** For fakes: a stored document is parsed when it is read first, and copied each time. */
export function readOnce<T>(reader: DocumentReader<T>): DocumentReader<T> {
  const parsed = new WeakMap<object, T>();
  const one = (document: unknown): T => {
    const known = parsed.get(document as object) ?? reader.one(document);
    parsed.set(document as object, known);
    return structuredClone(known);
  };
  return {
    one,
    found: (document) => (document === undefined ? undefined : one(document)),
    all: (documents) => documents.map(one),
    each: reader.each,
  };
}
