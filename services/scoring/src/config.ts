import { id } from '@jifen/contracts';
import { baseVariables, temporalVariables, url } from '@jifen/service-kit';
import { z } from 'zod';

/** Everything scoring is told by its environment. */
export const scoringConfig = z.object({
  ...baseVariables,
  ...temporalVariables,
  MEMBER_URL: url,
  NOTIFICATION_URL: url,
  /** Where business time is played: the county whose months open when it reaches their first day. */
  OPENS_MONTHS_OF: id.optional(),
});
