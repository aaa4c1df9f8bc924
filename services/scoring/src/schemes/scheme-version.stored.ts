import { documentReader, plain } from '@jifen/service-kit';
import { z } from 'zod';
import { adoptedVersion, fromOf, type SchemeVersionRecord, schemeVersion, schemeVersionListed } from './scheme-version.store.ts';

const collection = 'schemeVersions';
export const versions = documentReader(collection, schemeVersion);
export const versionsListed = documentReader(collection, schemeVersionListed);
export const versionNumbers = documentReader(collection, schemeVersion.pick({ number: true }));
export const adoptedVersions = documentReader(collection, adoptedVersion);

/** As it is stored, but for its events; `from` only of what is adopted. */
export const keptVersion = schemeVersion.extend({ title: z.string(), from: z.string().exactOptional() });
export type StoredVersion = z.input<typeof keptVersion>;

export function storedVersion({ scheme: whole, comparison: compared, ...record }: SchemeVersionRecord): StoredVersion {
  const from = fromOf(record);
  const { present, measured } = compared ?? {};
  return plain({
    ...record,
    title: whole.title,
    scheme: JSON.stringify(whole),
    ...(compared ? { comparison: { ...compared, present: JSON.stringify(present), measured: JSON.stringify(measured) } } : {}),
    ...(from === undefined ? {} : { from }),
  });
}
