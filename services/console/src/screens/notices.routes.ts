import { deliveryLog, noticeAnswer, remindByHandRequest, telephoneList } from '@jifen/contracts';
import { problem, type Route } from '@jifen/service-kit';
import type { z } from 'zod';
import { route } from '../route.ts';
import { passOn, refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { findBranch } from './branch-names.ts';
import { monthParams } from './params.ts';

type Listed<R extends z.ZodType> = { path: string; upstreamPath: string; summary: string; audit: string; response: R };

/** 催办, and 发送记录 and 电话通知单 of a branch's month; notification asks for the branch's place in the county, which member knows. */
export function noticeRoutes(upstreams: Upstreams): Route[] {
  return [
    listOf(upstreams, {
      path: '/api/deliveries',
      upstreamPath: '/deliveries',
      summary: 'What became of the mails.',
      audit: 'none-read',
      response: deliveryLog,
    }),
    listOf(upstreams, {
      path: '/api/telephone-list',
      upstreamPath: '/telephone-list',
      summary: 'Whom to telephone.',
      audit: 'telephone-list-read',
      response: telephoneList,
    }),
    passOn(upstreams, {
      method: 'post',
      path: '/reminders',
      summary: 'Reminds whoever a step of a branch waits for.',
      to: 'notification',
      audit: 'reminder-sent',
      request: { body: remindByHandRequest },
      response: noticeAnswer,
      repeatable: true,
    }),
  ];
}

function listOf<R extends z.ZodType>(upstreams: Upstreams, { path, upstreamPath, summary, audit, response }: Listed<R>): Route {
  return route({
    method: 'get',
    path,
    summary,
    permission: { kind: 'action', action: 'console:ask' },
    audit,
    request: { query: monthParams },
    response,
    async handler({ query, caller, requestId }) {
      const asker = { actingFor: caller.personId, requestId };
      const branch = await findBranch(upstreams, query.branchId, asker);
      if (!branch) return problem({ status: 404, code: 'not-found' });
      const asked = { ...query, organisation: branch.path };
      const list = await upstreams.notification.request({ method: 'get', path: upstreamPath, query: asked, response, ...asker });
      return list.ok ? { status: 200, body: list.value as z.input<R> } : refusalReply(list.refusal);
    },
  });
}
