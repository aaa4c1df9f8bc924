/** A role held for an organisation; `until` is an instant in milliseconds, absent for an open term. */
export type Grant = { role: string; organisation: string; until?: number | undefined };

/** Who asks: the person for whom a service acts, if any, and the service that asks. */
export type Caller = { personId?: string; memberId?: string; grants: Grant[]; service: string };

export const anonymous: Caller = { grants: [], service: 'anonymous' };
