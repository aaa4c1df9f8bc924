import type { Caller } from '@jifen/contracts';

/** `/county/committee/branch` → `/county/committee`; the county has none above. */
export function parentPath(path: string): string | undefined {
  const parent = path.slice(0, path.lastIndexOf('/'));
  return parent === '' ? undefined : parent;
}

/** `/county/committee/branch` and every path above it. */
export function withAncestors(path: string): string[] {
  const parent = parentPath(path);
  return parent === undefined ? [path] : [path, ...withAncestors(parent)];
}

/** The county in which a caller holds their posts; there is one county to an installation. */
export function countyOf({ grants }: Pick<Caller, 'grants'>): string {
  return (grants[0]?.organisation ?? '/nowhere').split('/').slice(0, 2).join('/');
}
