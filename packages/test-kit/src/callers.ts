import type { Caller, GrantClaim } from '@jifen/contracts';

const farAway = Date.parse('2099-12-31T00:00:00Z');

/** A signed-in person; `aCaller({ grants: [aGrant({ role: 'secretary' })] })`. */
export function aCaller(overrides: Partial<Caller> = {}): Caller {
  return { service: 'console', personId: 'person-1', memberId: 'member-1', grants: [aGrant()], ...overrides };
}

export function aGrant(overrides: Partial<GrantClaim> = {}): GrantClaim {
  return { role: 'member', organisation: '/qinghe/lianhu/dongwan', until: farAway, ...overrides };
}

/** A service that calls in its own name. */
export function aService(service: string): Caller {
  return { service, grants: [] };
}
