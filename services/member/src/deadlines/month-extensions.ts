import type { ExtensionGiven } from '@jifen/contracts';
import type { Extension } from '@jifen/domain';
import type { VersionedStore } from '../record/versioned.store.ts';

/** By what a month of one branch, or of all, was extended, in the order of the decisions. */
export type MonthExtensions = { extensions: ExtensionGiven[] };
export type ExtensionStore = VersionedStore<MonthExtensions>;

/** A month of one branch; of all where none is named. */
export type ExtendedMonth = { period: string; branchId?: string };

export const extensionsId = ({ period, branchId }: ExtendedMonth): string => (branchId === undefined ? period : `${period}/${branchId}`);

/** Whatever extends this month: of a branch also what was given to all. */
export async function extensionsOf(store: ExtensionStore, month: ExtendedMonth): Promise<Extension[]> {
  const ids = new Set([extensionsId({ period: month.period }), extensionsId(month)]);
  return (await store.byIds([...ids])).flatMap(({ value }) => value.extensions as Extension[]);
}
