export type ChangedFields = { $set: Record<string, unknown>; $unset: Record<string, 1> };

type Fields = Record<string, unknown>;

/** How far down it is looked for what has changed: `state`, its `rounds`, one of them, its `lines`, one of them. */
const deepest = 5;

/**
 * What makes a stored `before` an `after`. What both share is taken for unchanged without a look, for records are never changed in place;
 * a field that is undefined is one that is not there, as in JSON.
 */
export function changedFields(before: object, after: object): ChangedFields {
  const changes: ChangedFields = { $set: {}, $unset: {} };
  compare(changes, before as Fields, after as Fields, []);
  return changes;
}

function compare(changes: ChangedFields, before: Fields, after: Fields, path: readonly string[]): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    if (was === is) continue;
    const here = [...path, name];
    if (is === undefined) changes.$unset[here.join('.')] = 1;
    else if (here.length < deepest && comparable(was, is)) compare(changes, was as Fields, is as Fields, here);
    else changes.$set[here.join('.')] = JSON.parse(JSON.stringify(is));
  }
}

/**
 * Only then are parts named by their paths. A list that changes its length is written whole; so is a record with a name that is no path, or that
 * every object answers to (`constructor`): such names may come from people's schemes.
 */
function comparable(was: unknown, is: unknown): boolean {
  if (!isStructure(was) || !isStructure(is)) return false;
  if (Array.isArray(was) || Array.isArray(is)) return Array.isArray(was) && Array.isArray(is) && was.length === is.length;
  return [...Object.keys(was), ...Object.keys(is)].every((name) => /^[^.$]+$/.test(name) && !(name in Object.prototype));
}

const isStructure = (value: unknown): value is object => typeof value === 'object' && value !== null;
