import { evaluationEntry, evaluationSheet } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';

const shared = { to: 'member', path: '/evaluation', response: evaluationSheet } as const;

/** 评议周期: read by everybody, settled by the county organisation department. */
export function evaluationRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, { ...shared, method: 'get', summary: 'How the county evaluates: by month or by quarter.' }),
    passOn(upstreams, {
      ...shared,
      method: 'put',
      summary: 'Settles how the county evaluates from a month on.',
      audit: 'evaluation-entered',
      request: { body: evaluationEntry },
      repeatable: true,
    }),
  ];
}
