/** Why a text cannot be used, and where in it. */
export type Unusable = { readonly code: string; readonly path: string; readonly values: Readonly<Record<string, string>> };
export type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reasons: readonly Unusable[] };

const LEVELS = 64;

/** One reason against the whole text. */
export const unusable = (code: string, values: Unusable['values'] = {}): Read => ({ ok: false, reasons: [{ code, path: '', values }] });

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}

/** How deep brackets are nested, without recursion; strings do not count. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

type Level = { readonly keys: Set<string> | null; at: string; index: number };

/** Keys that stand twice in one object of valid JSON; JSON.parse would keep the last one silently. */
function duplicateKeys(text: string): readonly Unusable[] {
  const found: Unusable[] = [];
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = levels.at(-1);
    const character = text[index];
    if (character === '{') levels.push({ keys: new Set(), at: '', index: 0 });
    else if (character === '[') levels.push({ keys: null, at: '0', index: 0 });
    else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && level?.keys === null) level.at = String(++level.index);
    else if (character === '"') {
      const end = endOfString(text, index);
      if (level?.keys && /^\s*:/.test(text.slice(end + 1, end + 40))) {
        const key: string = JSON.parse(text.slice(index, end + 1));
        level.at = key;
        if (level.keys.has(key)) found.push({ code: 'duplicate-key', path: `/${levels.map(({ at }) => at).join('/')}`, values: { key } });
        level.keys.add(key);
      }
      index = end;
    }
  }
  return found;
}

/** JSON of bounded size and depth in which nothing is said twice; anything else is refused with its place. */
export function parseJson(text: string): Read {
  if (depthOf(text) > LEVELS) return unusable('too-deep', { levels: String(LEVELS) });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unusable('not-json');
  }
  const reasons = duplicateKeys(text);
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, value };
}
