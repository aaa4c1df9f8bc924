import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';

export type InForce = { countyId: string; sector: SectorName; period: string };

/** Which scheme the county scores by. */
export type Schemes = {
  /** In that sector's branches in that month; a month that is open keeps the one it was opened with. */
  inForce(asked: InForce): Promise<ScoringScheme>;
};
