import type { PersonalAction } from '@jifen/domain';
import { routeOf } from '@jifen/service-kit';

/** A line of the route table; what it names is an action that some person may hold. */
export const route = routeOf<PersonalAction>();
