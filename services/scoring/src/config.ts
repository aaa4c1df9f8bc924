import { id } from '@jifen/contracts';
import { baseVariables, optionalVariables } from '@jifen/service-kit';
import { z } from 'zod';

/** Everything scoring is told by its environment. */
export const scoringConfig = z.object({
  ...baseVariables,
  TEMPORAL_ADDRESS: optionalVariables.TEMPORAL_ADDRESS,
  TEMPORAL_NAMESPACE: optionalVariables.TEMPORAL_NAMESPACE,
  MEMBER_URL: optionalVariables.MEMBER_URL,
  NOTIFICATION_URL: optionalVariables.NOTIFICATION_URL,
  /** Where business time is played: the county whose months open when it reaches their first day. */
  OPENS_MONTHS_OF: id.optional(),
});
