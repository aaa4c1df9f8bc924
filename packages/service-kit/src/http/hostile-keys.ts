const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 32;

/** Whether a key anywhere inside could be taken for an operator of the store or reach a prototype, or the nesting has no end. */
export function isHostile(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= deepest) return true;
  return Object.entries(value).some(([key, inner]) => forbidden.has(key) || /[$\0]/.test(key) || isHostile(inner, depth + 1));
}
