/**
 * Orders the entries of a plan so that each comes after its dependencies; throws on an unknown name or a cycle.
 * @template {{ name: string, after: string[] }} Entry
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function startOrder(entries) {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const ordered = new Set();
  const place = (entry, path) => {
    if (ordered.has(entry)) return;
    if (path.includes(entry.name)) throw new Error(`The plan goes in a circle: ${[...path, entry.name].join(' → ')}.`);
    for (const needed of entry.after) {
      const other = byName.get(needed);
      if (!other) throw new Error(`${entry.name} needs ${needed}, which is not in the plan.`);
      place(other, [...path, entry.name]);
    }
    ordered.add(entry);
  };
  for (const entry of entries) place(entry, []);
  return [...ordered];
}

/**
 * Groups entries into rounds for stopping: an entry stops after everything that depends on it.
 * @template {{ name: string, after: string[] }} Entry
 * @param {Entry[]} entries
 * @returns {Entry[][]}
 */
export function stopRounds(entries) {
  const rounds = [];
  let left = startOrder(entries);
  while (left.length > 0) {
    const round = left.filter((entry) => !left.some((other) => other.after.includes(entry.name)));
    rounds.push(round);
    left = left.filter((entry) => !round.includes(entry));
  }
  return rounds;
}
