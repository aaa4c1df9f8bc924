import { branchMonthPage, branchMonthQuery, committeesAnswer, id, sheetView } from '@jifen/contracts';
import { nothing, type Route } from '@jifen/service-kit';
import { z } from 'zod';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { memberParams } from './params.ts';

/** What is read as one service tells it, and a small write beside. */
export function recordRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, {
      method: 'get',
      path: '/branch-months',
      summary: 'Branches and months in the scope of the person who asks.',
      to: 'scoring',
      request: { query: branchMonthQuery },
      response: branchMonthPage,
    }),
    passOn(upstreams, {
      method: 'get',
      path: '/committees',
      summary: 'The supervising committees in the scope of the person who asks.',
      to: 'member',
      response: committeesAnswer,
    }),
    passOn(upstreams, {
      method: 'get',
      path: '/sheets/:memberId',
      summary: 'A member’s sheet of a year.',
      to: 'scoring',
      request: { params: memberParams, query: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100).optional() }) },
      response: sheetView,
    }),
    passOn(upstreams, {
      method: 'post',
      path: '/inbox/:messageId/read',
      summary: 'Marks a message as read.',
      to: 'notification',
      audit: 'message-read',
      request: { params: z.strictObject({ messageId: id }) },
      response: nothing,
      repeatable: true,
    }),
  ];
}
