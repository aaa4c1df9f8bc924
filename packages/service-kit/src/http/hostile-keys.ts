const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;

/** Whether a key anywhere inside could act as an operator of the store or change a prototype, or the nesting is too deep. */
export function isHostile(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= deepest) return true;
  return Object.entries(value).some(([key, inner]) => forbidden.has(key) || /[$\0]/.test(key) || isHostile(inner, depth + 1));
}
