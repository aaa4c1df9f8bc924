import type { Caller } from '@jifen/contracts';

export type { Caller, GrantClaim } from '@jifen/contracts';

/** Who calls a public route without naming himself. */
export const anonymous: Caller = { service: 'anonymous', grants: [] };
