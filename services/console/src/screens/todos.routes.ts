import { countyTodosAnswer, type InboxItem, inboxAnswer, todosAnswer, todosScreen } from '@jifen/contracts';
import { RemoteUnavailable, type Route } from '@jifen/service-kit';
import { route } from '../route.ts';
import { refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { branchNames } from './branch-names.ts';

type Asker = { actingFor: string | undefined; requestId: string };

/** 待办: what is to be done over all posts, and the messages, when notification can be reached. */
export function todoRoutes(upstreams: Upstreams): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/todos',
      summary: 'My to-dos and messages.',
      permission: { kind: 'action', action: 'console:ask' },
      audit: 'none-read',
      response: todosScreen,
      async handler({ caller, requestId }) {
        const asker = { actingFor: caller.personId, requestId };
        const [todos, county, messages] = await Promise.all([
          upstreams.scoring.request({ method: 'get', path: '/todos', response: todosAnswer, ...asker }),
          upstreams.member.request({ method: 'get', path: '/todos', response: countyTodosAnswer, ...asker }),
          messagesOf(upstreams, asker),
        ]);
        if (!todos.ok) return refusalReply(todos.refusal);
        if (!county.ok) return refusalReply(county.refusal);
        return { status: 200, body: { items: todos.value.items, county: county.value.items, ...(messages ? { messages } : {}) } };
      },
    }),
  ];
}

/** Most messages carry their branch's name; who has many would otherwise wait for as many answers. */
const toldName = ({ facts: { branchName } }: InboxItem) => (typeof branchName === 'string' ? branchName : undefined);

async function messagesOf(upstreams: Upstreams, asker: Asker) {
  try {
    const inbox = await upstreams.notification.request({ method: 'get', path: '/inbox', response: inboxAnswer, ...asker });
    if (!inbox.ok) return undefined;
    const { items, unread } = inbox.value;
    const unnamed = items.filter((item) => toldName(item) === undefined).map(({ branchId }) => branchId);
    const names = await branchNames(upstreams, unnamed, asker);
    return { unread, items: items.map((item) => ({ ...item, branchName: toldName(item) ?? names.get(item.branchId) ?? '' })) };
  } catch (error) {
    if (error instanceof RemoteUnavailable) return undefined;
    throw error;
  }
}
