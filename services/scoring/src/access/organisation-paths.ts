/** The county of an organisation's path: `a` of `/a/b/c`. */
export const countyOf = (path: string): string => path.split('/')[1] ?? '';

/** `/a/b/c` lies in the scope of `/a`, `/a/b` and `/a/b/c`. */
export function pathAndAbove(path: string): string[] {
  const names = path.split('/').slice(1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
