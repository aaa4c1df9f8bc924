import {
  applicationEndpoints,
  branchMonthEndpoints,
  extensionEndpoints,
  messageEndpoints,
  peopleEndpoints,
  schemeEndpoints,
  settingsEndpoints,
} from '@jifen/contracts';
import { callerMayAnywhere } from '@jifen/domain';
import { type AppOptions, buildApp, loggedAudit, type Profile, type Route } from '@jifen/service-kit';
import { branchMonthRoutes } from './screens/branch-month.routes.ts';
import { clockRoutes } from './screens/clock.routes.ts';
import { noticeRoutes } from './screens/notices.routes.ts';
import { operationsRoutes } from './screens/operations.routes.ts';
import type { ReadOperations } from './screens/read-operations.ts';
import { todoRoutes } from './screens/todos.routes.ts';
import { sameSiteOnly } from './sessions/guard.ts';
import { identifyBySession } from './sessions/identify.ts';
import { sessionRoutes } from './sessions/sessions.routes.ts';
import type { Sessions, SessionTimes } from './sessions/sessions.ts';
import type { SignIn } from './sessions/sign-in.ts';
import { type PassedEndpoint, passOn } from './upstream/pass-on.ts';
import type { Upstreams } from './upstream/upstreams.ts';

export type ConsoleDeps = {
  upstreams: Upstreams;
  sessions: Sessions;
  signIn: SignIn;
  profile: Profile;
  times: SessionTimes;
  /** Where our own pages come from. */
  origins: readonly string[];
  share: NonNullable<AppOptions['share']>;
  operations: ReadOperations;
};

/** What a service answers as it is. */
const passed: readonly PassedEndpoint[] = [
  applicationEndpoints,
  branchMonthEndpoints,
  schemeEndpoints,
  settingsEndpoints,
  extensionEndpoints,
  peopleEndpoints,
  messageEndpoints,
].flatMap((group) => Object.values(group));

const consoleRoutes = ({ upstreams, ...deps }: ConsoleDeps): Route[] => [
  ...sessionRoutes({ ...deps, member: upstreams.member }),
  ...todoRoutes(upstreams),
  ...branchMonthRoutes(upstreams),
  ...noticeRoutes(upstreams),
  ...operationsRoutes(deps.operations),
  ...clockRoutes(upstreams, deps.profile),
  ...passOn(upstreams, passed),
];

export type ConsoleOptions = Pick<AppOptions, 'ready' | 'logger' | 'now' | 'web' | 'trustedProxies'>;

export function buildConsoleApp(deps: ConsoleDeps, options: ConsoleOptions) {
  return buildApp({
    ...options,
    title: 'console',
    routes: consoleRoutes(deps),
    identity: identifyBySession(deps.sessions, deps.profile),
    mayAnywhere: callerMayAnywhere,
    guard: sameSiteOnly(deps.origins),
    share: deps.share,
    audit: loggedAudit(options.logger),
  });
}
