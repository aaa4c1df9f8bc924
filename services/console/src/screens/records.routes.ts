import {
  branchCard,
  branchMonthPage,
  branchMonthQuery,
  committeesAnswer,
  id,
  membersAnswer,
  postChange,
  sheetView,
  standingAnswer,
  standingChange,
  unmaskAnswer,
  unmaskRequest,
} from '@jifen/contracts';
import { nothing, type Route } from '@jifen/service-kit';
import { z } from 'zod';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { branchParams, memberParams } from './params.ts';

/** What is read as one service tells it, and the two small writes beside. */
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
      method: 'get',
      path: '/branches/:branchId/members',
      summary: 'The members of a branch, telephones masked.',
      to: 'member',
      request: { params: branchParams },
      response: membersAnswer,
    }),
    passOn(upstreams, {
      method: 'put',
      path: '/branches/:branchId/posts',
      summary: 'Records who holds a post of a branch, with its document.',
      to: 'member',
      audit: 'post-holder-changed',
      request: { params: branchParams, body: postChange },
      response: branchCard,
      repeatable: true,
    }),
    passOn(upstreams, {
      method: 'put',
      path: '/members/:memberId/standing',
      summary: 'Records what became of a member, with its document.',
      to: 'member',
      audit: 'member-standing-changed',
      request: { params: memberParams, body: standingChange },
      response: standingAnswer,
      repeatable: true,
    }),
    passOn(upstreams, {
      method: 'post',
      path: '/members/:memberId/unmask',
      summary: 'Shows one personal field, with a reason that is kept.',
      to: 'member',
      audit: 'field-unmasked',
      request: { params: memberParams, body: unmaskRequest },
      response: unmaskAnswer,
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
