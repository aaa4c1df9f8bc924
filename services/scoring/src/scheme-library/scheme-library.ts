import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';

/** The published ways of scoring that come with the program. */
export type SchemeLibrary = {
  names(): readonly { name: string; title: string }[];
  find(name: string): ScoringScheme | undefined;
};

/** What counts for a sector while the county has adopted nothing: the source's scheme. */
export function sourceOf(library: SchemeLibrary, sector: SectorName): ScoringScheme {
  const source = library.find(`source-${sector}`);
  if (!source) throw new Error(`the library has no scheme for ${sector}`);
  return source;
}

export type InForce = { countyId: string; sector: SectorName; period: string };

/** Which scheme the county scores by. */
export type Schemes = {
  /** In that sector's branches in that month; a month that is open keeps the one it was opened with. */
  inForce(asked: InForce): Promise<ScoringScheme>;
};
