import type { Extension } from '@jifen/domain';
import { z } from 'zod';
import { keptReader, type VersionedStore } from '../record/versioned.store.ts';

const lastDay = { lastDay: z.string(), reason: z.string() };

/** By what a month of one branch, or of all, was extended, in the order of the decisions. */
const monthExtensions = z.object({
  extensions: z.array(z.object({ step: z.enum(['application', 'registration', 'review', 'meeting']), ...lastDay })),
  /** 个别延期, of one branch only. */
  personal: z.array(z.object({ memberId: z.string(), ...lastDay })).exactOptional(),
});
export type MonthExtensions = z.infer<typeof monthExtensions>;
export type GivenToMember = NonNullable<MonthExtensions['personal']>[number];
export type ExtensionStore = VersionedStore<MonthExtensions>;
export const extensions = keptReader('extensions', monthExtensions);

/** A month of one branch; of all where none is named. */
export type ExtendedMonth = { period: string; branchId?: string };

export const extensionsId = ({ period, branchId }: ExtendedMonth): string => (branchId === undefined ? period : `${period}/${branchId}`);

/** Whatever extends this month: of a branch also what was given to all. */
export async function extensionsOf(store: ExtensionStore, month: ExtendedMonth): Promise<Extension[]> {
  const ids = new Set([extensionsId({ period: month.period }), extensionsId(month)]);
  return (await store.byIds([...ids])).flatMap(({ value }) => value.extensions as Extension[]);
}

/** The members of a branch with a later last day of their own. */
export async function personalExtensionsOf(store: ExtensionStore, month: Required<ExtendedMonth>): Promise<readonly GivenToMember[]> {
  const [kept] = await store.byIds([extensionsId(month)]);
  return kept?.value.personal ?? [];
}
