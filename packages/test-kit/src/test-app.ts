import { callerMayAnywhere } from '@jifen/domain';
import { type AppOptions, buildApp, createLogger, createReadiness, type Route } from '@jifen/service-kit';
import supertest from 'supertest';
import { type FakeAudit, fakeAudit } from './fake-audit.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { type TestIdentity, testIdentity } from './test-identity.ts';

export type TestApp = { http: ReturnType<typeof supertest>; audit: FakeAudit; clock: FixedClock; identity: TestIdentity };

/** A service's real app over the given routes, with test identity, fake audit and fixed clock. */
export async function testApp(routes: readonly Route[], options: Partial<AppOptions> & { clock?: FixedClock } = {}): Promise<TestApp> {
  const { clock = fixedClock(), ...rest } = options;
  const identity = await testIdentity();
  const audit = fakeAudit();
  const app = buildApp({
    title: 'test',
    routes,
    identity: identity.identify,
    mayAnywhere: callerMayAnywhere,
    audit,
    ready: createReadiness([]),
    logger: createLogger('test', 'silent'),
    now: clock.now,
    ...rest,
  });
  return { http: supertest(app), audit, clock, identity };
}
