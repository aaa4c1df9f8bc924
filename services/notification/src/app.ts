import { type AppOptions, buildApp, type Route } from '@jifen/service-kit';
import { type DeliveryDeps, deliveryRoutes } from './deliveries/deliveries.routes.ts';
import { inboxRoutes } from './messages/inbox.routes.ts';
import { type NoticeDeps, noticeRoutes } from './notices/notices.routes.ts';
import { type ReminderDeps, reminderRoutes } from './reminders/reminders.routes.ts';

export type NotificationDeps = NoticeDeps & DeliveryDeps & ReminderDeps;

export const notificationRoutes = (deps: NotificationDeps): Route[] => [
  ...noticeRoutes(deps),
  ...reminderRoutes(deps),
  ...inboxRoutes(deps),
  ...deliveryRoutes(deps),
];

export function buildNotificationApp(deps: NotificationDeps & { operations: Route }, options: Omit<AppOptions, 'name' | 'routes'>) {
  return buildApp({ ...options, name: 'notification', routes: [...notificationRoutes(deps), deps.operations] });
}
