import { type InboxItem, messageLists, ownEndpoints, scoringTools, screenEndpoints } from '@jifen/contracts';
import { ask, implement, RemoteUnavailable, type Route } from '@jifen/service-kit';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import type { Asker, Upstreams } from '../upstream/upstreams.ts';
import { branchNames } from './branch-names.ts';

/** 待办: what is to be done over all posts, and the messages, when notification can be reached. */
export function todoRoutes(upstreams: Upstreams): Route[] {
  return [
    implement(atConsole(screenEndpoints.todos), async ({ caller, requestId }) => {
      const asker = { actingFor: caller.personId, requestId };
      const [todos, county, messages] = await Promise.all([
        ask(upstreams.scoring, scoringTools.todos, asker),
        ask(upstreams.member, ownEndpoints.countyTodos, asker),
        messagesOf(upstreams, asker),
      ]);
      if (!todos.ok) return refusalReply(todos.refusal);
      if (!county.ok) return refusalReply(county.refusal);
      return { status: 200, body: { items: todos.value.items, county: county.value.items, ...(messages ? { messages } : {}) } };
    }),
  ];
}

/** Most messages carry their branch's name; who has many would otherwise wait for as many answers. */
const toldName = ({ facts: { branchName } }: InboxItem) => (typeof branchName === 'string' ? branchName : undefined);

async function messagesOf(upstreams: Upstreams, asker: Asker) {
  try {
    const inbox = await ask(upstreams.notification, messageLists.inbox, asker);
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
