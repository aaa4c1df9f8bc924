import { type EmptyReply, type Route, route } from './route.ts';

/** A route whose requests stay under way until they are told to answer. */
export function aHeldRoute(path = '/slow'): { route: Route; held: (() => void)[] } {
  const held: (() => void)[] = [];
  const slow = route({
    method: 'get',
    path,
    summary: 'Answers when it is told',
    permission: { kind: 'public' },
    audit: 'none-read',
    handler: () => new Promise<EmptyReply>((resolve) => held.push(() => resolve({ status: 204 }))),
  });
  return { route: slow, held };
}
