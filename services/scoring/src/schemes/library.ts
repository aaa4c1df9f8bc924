import { createRequire } from 'node:module';
import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';
import type { Schemes } from './schemes.ts';

const require = createRequire(import.meta.url);

/** The source's scheme for a sector, as the library's file has it (Regulation 2-2 step 1). */
export const sourceScheme = (sector: SectorName): ScoringScheme => require(`@jifen/domain/schemes/source-${sector}`);

/** The library's schemes, in force always: of a county that has adopted nothing. */
export const librarySchemes: Schemes = { inForce: async ({ sector }) => sourceScheme(sector) };
