import { callerMayAnywhere } from '@jifen/domain';
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

export function buildNotificationApp(
  deps: NotificationDeps & { operations: Route },
  options: Omit<AppOptions, 'name' | 'routes' | 'mayAnywhere'>,
) {
  const routes = [...notificationRoutes(deps), deps.operations];
  return buildApp({ ...options, name: 'notification', routes, mayAnywhere: callerMayAnywhere });
}
