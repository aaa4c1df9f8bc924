/** A part of a scheme as text, independent of the order of its keys and without the keys in `leftOut`. */
export const canonicalText = (value: unknown, leftOut: readonly string[] = []): string =>
  JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([key]) => !leftOut.includes(key))
            .toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : inner,
  );

/** Whether two parts of a scheme have the same content. */
export const same = (left: unknown, right: unknown): boolean => canonicalText(left) === canonicalText(right);
