import type { Caller } from '@jifen/contracts';

export type { Caller, GrantClaim } from '@jifen/contracts';

/** The caller of a public route that does not identify itself. */
export const anonymous: Caller = { service: 'anonymous', grants: [] };
