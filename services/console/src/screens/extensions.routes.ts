import {
  extension,
  extensionReach,
  extensionReachQuery,
  extensionsAnswer,
  period,
  personalExtension,
  personalExtensionsAnswer,
} from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { lineParams, monthParams } from './params.ts';

const member = { to: 'member', method: 'put', audit: 'deadline-extended', response: extensionsAnswer, repeatable: true } as const;

/** 延期: the same given again is the same extension. */
export function extensionRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, {
      ...member,
      path: '/branches/:branchId/extensions/:period',
      summary: 'Gives a step of a branch’s month a later last day.',
      request: { params: monthParams, body: extension },
    }),
    passOn(upstreams, {
      ...member,
      path: '/branches/:branchId/extensions/:period/members/:memberId',
      audit: 'deadline-extended-for-member',
      summary: 'Gives one member of a branch a later last day to apply.',
      request: { params: lineParams, body: personalExtension },
      response: personalExtensionsAnswer,
    }),
    passOn(upstreams, {
      ...member,
      path: '/extensions/:period',
      summary: 'Gives a step of the month of every branch a later last day.',
      request: { params: z.strictObject({ period }), body: extension },
    }),
    passOn(upstreams, {
      to: 'scoring',
      method: 'get',
      path: '/extensions/:period/reach',
      summary: 'Whom an extension of a step for all branches would concern.',
      request: { params: z.strictObject({ period }), query: extensionReachQuery },
      response: extensionReach,
    }),
  ];
}
