/** `lost`: acknowledged but not in the record. `doubled`: there twice. `broken`: any other violation. */
export type Finding = { fault: 'lost' | 'doubled' | 'broken'; what: string };

export const lost = (what: string): Finding => ({ fault: 'lost', what });
export const doubled = (what: string): Finding => ({ fault: 'doubled', what });
export const broken = (what: string): Finding => ({ fault: 'broken', what });

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Keys that more than one item has. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): string[] {
  return [...grouped(items, keyOf)].flatMap(([key, group]) => (group.length > 1 ? [key] : []));
}
