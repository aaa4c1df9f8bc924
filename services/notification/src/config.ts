import { baseVariables, url } from '@jifen/service-kit';
import { z } from 'zod';

/** Everything notification is told by its environment. */
export const notificationConfig = z.object({
  ...baseVariables,
  REDIS_URL: z.string().startsWith('redis'),
  MEMBER_URL: url,
  SCORING_URL: url,
  CONSOLE_URL: url,
  SMTP_URL: z.string().startsWith('smtp'),
  MAIL_FROM: z.string().min(3).default('党员积分管理 <jifen@county.invalid>'),
  MAILS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(600),
});

export type NotificationConfig = z.output<typeof notificationConfig>;
