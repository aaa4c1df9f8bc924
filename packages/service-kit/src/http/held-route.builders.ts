import { type EmptyReply, implement, type Route } from './route.ts';

/** A route whose requests stay in progress until the test releases them. */
export function aHeldRoute(path = '/slow'): { route: Route; held: (() => void)[] } {
  const held: (() => void)[] = [];
  const slow = implement(
    {
      method: 'get',
      path,
      summary: 'Answers when it is released',
      permission: { kind: 'public' },
      audit: 'none-read',
    },
    () => new Promise<EmptyReply>((resolve) => held.push(() => resolve({ status: 204 }))),
  );
  return { route: slow, held };
}
