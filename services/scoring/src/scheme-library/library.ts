import type { SectorName } from '@jifen/contracts';
import type { ScoringScheme } from '@jifen/domain';
import { fileSchemeLibrary } from './scheme-library.files.ts';
import { sourceOf } from './scheme-library.ts';

/** The library as it comes with the program. */
export const library = fileSchemeLibrary();

/** The source's scheme for a sector, as the library's file has it (Regulation 2-2 step 1). */
export const sourceScheme = (sector: SectorName): ScoringScheme => sourceOf(library, sector);
