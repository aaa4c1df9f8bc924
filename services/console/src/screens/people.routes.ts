import { branchCard, membersAnswer, postChange, standingAnswer, standingChange, unmaskAnswer, unmaskRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { branchParams, memberParams } from './params.ts';

/** A branch's people: who they are, what became of them, who holds which post. */
export function peopleRoutes(upstreams: Upstreams): Route[] {
  return [
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
  ];
}
