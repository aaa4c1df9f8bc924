import { defaultCountySettings } from '@jifen/domain';
import { baseVariables, url } from '@jifen/service-kit';
import { z } from 'zod';

const minuteOf = (hours: string, minutes: string) => Number(hours) * 60 + Number(minutes);

/** `09:00-17:30` in Asia/Shanghai. */
const officeHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'is not like 09:00-17:30')
  .transform((text) => {
    const [fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = text.split(/[:-]/);
    return { fromMinute: minuteOf(fromHour, fromMinute), toMinute: minuteOf(toHour, toMinute) };
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, 'ends before it begins')
  .default(defaultCountySettings.officeHours);

/** Everything notification is told by its environment. */
export const notificationConfig = z.object({
  ...baseVariables,
  REDIS_URL: z.string().startsWith('redis'),
  MEMBER_URL: url,
  SCORING_URL: url,
  CONSOLE_URL: url,
  SMTP_URL: z.string().startsWith('smtp'),
  MAIL_FROM: z.string().min(3).default('党员积分管理 <jifen@county.invalid>'),
  /** When mails leave on working days that nobody has asked for by hand. */
  OFFICE_HOURS: officeHours,
  /** How long a reminder waits for others to the same person, in real time. */
  DIGEST_AFTER_SECONDS: z.coerce.number().int().min(0).max(3_600).default(120),
  MAILS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(600),
});

export type NotificationConfig = z.output<typeof notificationConfig>;
