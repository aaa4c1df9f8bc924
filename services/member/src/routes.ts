import type { Route } from '@jifen/service-kit';
import { issueAccountRoutes, signInRoutes } from './accounts/accounts.routes.ts';
import type { IssueDeps } from './accounts/issue-accounts.ts';
import type { SignInDeps } from './accounts/sign-in.ts';
import { type CalendarRouteDeps, calendarRoutes } from './calendar/calendar.routes.ts';
import { advanceRoutes, type ClockRouteDeps, clockRoutes } from './clock/clock.routes.ts';
import type { DeadlinesDeps } from './deadlines/compute-deadlines.ts';
import { deadlineRoutes } from './deadlines/deadlines.routes.ts';
import { type EvaluationRouteDeps, evaluationRoutes } from './evaluation/evaluation.routes.ts';
import { type ExtensionRouteDeps, extensionRoutes } from './extensions/extensions.routes.ts';
import { type OrganisationRouteDeps, organisationRoutes } from './organisations/organisations.routes.ts';
import { importRoutes } from './people/import.routes.ts';
import type { ImportDeps } from './people/import-county.ts';
import { type PeopleRouteDeps, peopleRoutes } from './people/people.routes.ts';
import type { TokenDeps } from './tokens/issue-token.ts';
import { tokenRoutes } from './tokens/tokens.routes.ts';

/** Every port of member. */
export type MemberDeps = SignInDeps &
  IssueDeps &
  ClockRouteDeps &
  CalendarRouteDeps &
  DeadlinesDeps &
  EvaluationRouteDeps &
  ExtensionRouteDeps &
  OrganisationRouteDeps &
  PeopleRouteDeps &
  ImportDeps &
  TokenDeps & { profile: 'demo' | 'production' };

/** The whole route table. Time is played, and a county made up, in the demo only. */
export function memberRoutes(deps: MemberDeps): Route[] {
  const always = [
    ...signInRoutes(deps),
    ...tokenRoutes(deps),
    ...clockRoutes(deps),
    ...calendarRoutes(deps),
    ...deadlineRoutes(deps),
    ...evaluationRoutes(deps),
    ...extensionRoutes(deps),
    ...organisationRoutes(deps),
    ...peopleRoutes(deps),
  ];
  if (deps.profile === 'production') return always;
  return [...always, ...advanceRoutes(deps), ...importRoutes(deps), ...issueAccountRoutes(deps)];
}
