import { baseVariables, loadConfig, url } from '@jifen/service-kit';
import { z } from 'zod';

const schema = z.object({
  ...baseVariables,
  REDIS_URL: z.string().startsWith('redis'),
  MEMBER_URL: url,
  SCORING_URL: url,
  CONSOLE_URL: url,
  SMTP_URL: z.string().startsWith('smtp'),
  MAIL_FROM: z.string().min(3).default('党员积分管理 <jifen@county.invalid>'),
  MAILS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(600),
});

export type Config = z.output<typeof schema>;
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => loadConfig(schema, env);
