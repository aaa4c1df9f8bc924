import { type EmptyReply, type Route, routeOf } from './route.ts';

const route = routeOf();

/** A route whose requests stay in progress until the test releases them. */
export function aHeldRoute(path = '/slow'): { route: Route; held: (() => void)[] } {
  const held: (() => void)[] = [];
  const slow = route({
    method: 'get',
    path,
    summary: 'Answers when it is released',
    permission: { kind: 'public' },
    audit: 'none-read',
    handler: () => new Promise<EmptyReply>((resolve) => held.push(() => resolve({ status: 204 }))),
  });
  return { route: slow, held };
}
