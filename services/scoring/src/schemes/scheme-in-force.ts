import type { ScoringScheme } from '@jifen/domain';
import type { InForce, Schemes } from '../scheme-library/scheme-library.ts';
import { type SchemeLibrary, sourceOf } from '../scheme-library/scheme-library.ts';
import type { SchemeVersionStore } from './scheme-version.store.ts';

export type InForcePorts = { versions: Pick<SchemeVersionStore, 'inForce'>; library: SchemeLibrary };

/** What a sector of a county is scored by in a month: the version adopted last before it, else the source's scheme. */
export async function schemeInForce({ versions, library }: InForcePorts, { countyId, sector, period }: InForce): Promise<ScoringScheme> {
  const adopted = await versions.inForce(countyId, sector, period);
  return adopted?.scheme ?? sourceOf(library, sector);
}

/** The same, for whoever opens a month. */
export const adoptedSchemes = (ports: InForcePorts): Schemes => ({ inForce: (asked) => schemeInForce(ports, asked) });
