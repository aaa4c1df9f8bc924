import type { Caller } from '@jifen/contracts';
import { testApp } from '@jifen/test-kit';
import { fakeMessageStore } from './messages/message.store.fake.ts';
import { fakeReminderStore } from './reminders/reminder.store.fake.ts';
import { notificationRoutes } from './routes.ts';
import { anAnswer, knownPeople, toldOutstanding } from './testing.ts';

/** Notification's real app over fakes; scoring answers what it is told to. */
export async function notificationApp(answer = anAnswer()) {
  const messages = fakeMessageStore();
  const reminders = fakeReminderStore();
  const outstanding = toldOutstanding(answer);
  const app = await testApp(
    notificationRoutes({ messages, reminders, people: knownPeople(), outstanding, realNow: () => 0, wake: () => undefined }),
  );
  const as = (caller: Caller) => app.identity.headersFor(caller);
  return { ...app, messages, reminders, outstanding, as };
}
