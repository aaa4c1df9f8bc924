import type { Route } from '@jifen/service-kit';
import { type DeliveryDeps, deliveryRoutes } from './deliveries/deliveries.routes.ts';
import { type InboxDeps, inboxRoutes } from './inbox/inbox.routes.ts';
import { type NoticeDeps, noticeRoutes } from './notices/notices.routes.ts';
import { type ReminderDeps, reminderRoutes } from './reminders/reminders.routes.ts';

export type NotificationDeps = NoticeDeps & DeliveryDeps & ReminderDeps & InboxDeps;

export const notificationRoutes = (deps: NotificationDeps): Route[] => [
  ...noticeRoutes(deps),
  ...reminderRoutes(deps),
  ...inboxRoutes(deps),
  ...deliveryRoutes(deps),
];
