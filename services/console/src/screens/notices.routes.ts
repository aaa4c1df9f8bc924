import { type Endpoint, messageLists, screenEndpoints } from '@jifen/contracts';
import { ask, type Caller, implement, problem, type Route } from '@jifen/service-kit';
import type { z } from 'zod';
import { atConsole, refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { findBranch } from './branch-names.ts';

type Month = { branchId: string; period: string };
type ListEndpoint<R extends z.ZodType> = Endpoint<
  z.ZodUndefined,
  z.ZodType<Month & { organisation: string }>,
  z.ZodUndefined,
  z.ZodType,
  R
>;
type Asking = { query: Month; caller: Caller; requestId: string };

/** 发送记录 and 电话通知单 of a branch's month; notification asks for the branch's place in the county, which member knows. */
export function noticeRoutes(upstreams: Upstreams): Route[] {
  const listOf = async <R extends z.ZodType>(endpoint: ListEndpoint<R>, { query, caller, requestId }: Asking) => {
    const asker = { actingFor: caller.personId, requestId };
    const branch = await findBranch(upstreams, query.branchId, asker);
    if (!branch) return problem({ status: 404, code: 'not-found' });
    const list = await ask(upstreams.notification, endpoint, { query: { ...query, organisation: branch.path }, ...asker });
    return list.ok ? { status: 200 as const, body: list.value } : refusalReply(list.refusal);
  };
  return [
    implement(atConsole(screenEndpoints.deliveries), (asking) => listOf(messageLists.deliveries, asking)),
    implement(atConsole(screenEndpoints.telephoneList), (asking) => listOf(messageLists.telephoneList, asking)),
  ];
}
