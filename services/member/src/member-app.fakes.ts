import { createHash } from 'node:crypto';
import type { Caller } from '@jifen/contracts';
import { aCaller, aGrant, testApp } from '@jifen/test-kit';
import { ensureClock } from './clock/county-clock.ts';
import { anImport } from './county.builders.ts';
import { fakeMember } from './member.fakes.ts';
import { importCounty } from './people/import-county.ts';
import { memberRoutes } from './routes.ts';

const personal = { identityNumber: '999901197001011233', telephone: '12600001234', email: 'member1@dongwan.invalid' };

/** Member's real app over fakes, with one branch of two members. */
export async function memberApp({ profile = 'demo' as 'demo' | 'production' } = {}) {
  const member = fakeMember();
  const request = anImport();
  await importCounty(member.deps, {
    ...request,
    people: request.people.map((person, n) => (n === 0 ? { ...person, ...personal } : person)),
  });
  await ensureClock(member.stores.clocks, { anchorReal: 0, anchorBusiness: Date.parse('2026-10-25T01:00:00Z'), speed: 0 });
  const hash = createHash('sha256').update('console-secret').digest('hex');
  const deps = { ...member.deps, profile, secrets: new Map([['console', hash]]) };
  const app = await testApp(memberRoutes(deps));
  const as = (caller: Caller) => app.identity.headersFor(caller);
  return { ...member, ...app, as };
}

export const secretary = aCaller({ grants: [aGrant({ role: 'secretary' })] });
export const plainMember = aCaller({ personId: 'person-2', memberId: 'member-2' });
export const neighbour = aCaller({
  personId: 'person-7',
  memberId: 'member-7',
  grants: [aGrant({ role: 'secretary', organisation: '/qinghe/lianhu/xiwan' })],
});
export const supervisor: Caller = {
  service: 'console',
  personId: 'person-8',
  grants: [aGrant({ role: 'supervising-committee', organisation: '/qinghe/lianhu' })],
};
export const countyDepartment: Caller = {
  service: 'console',
  personId: 'person-9',
  grants: [aGrant({ role: 'county-organisation-department', organisation: '/qinghe' })],
};
