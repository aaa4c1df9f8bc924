import { z } from 'zod';

/** RFC 9457 as this house speaks it: `code` names the reason, `facts` its values; the sentence is made by whoever shows it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
