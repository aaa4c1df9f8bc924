import { randomUUID } from 'node:crypto';
import type { AuditRecord, AuditResult, AuditSink } from '../audit/audit-record.ts';
import type { Caller } from '../identity/caller.ts';
import { plain } from '../store/plain.ts';
import { type Problem, problem } from './problem.ts';
import type { AuditFacts, Route, RouteAudit } from './route.ts';

export type AuditedRequest = { route: Route; caller: Caller; requestId: string; path: string; sink: AuditSink };

const oldestAllowedMs = 60_000;
const notWorthARecord = new Set([400, 401, 429]);

export function routeAudit(audited: AuditedRequest): RouteAudit {
  return {
    pending(facts) {
      const payload = recordOf(audited, facts, 'done');
      return { id: payload.eventId, type: 'audit', at: payload.at, payload };
    },
    record: (facts) => audited.sink.insert(recordOf(audited, facts, 'done')),
  };
}

/** No business write while the audit chain is stuck. */
export async function refuseWithoutAudit(route: Route, sink: AuditSink): Promise<Problem | undefined> {
  if (route.method === 'get' || route.audit === 'none-read') return undefined;
  const late = (await sink.oldestUnchainedMs()) > oldestAllowedMs;
  return late ? problem({ status: 503, code: 'audit-unavailable', retryAfterSeconds: 10 }) : undefined;
}

/** A refusal changes nothing but is audited before the answer. */
export async function recordRefusal(audited: AuditedRequest, refusal: Problem): Promise<void> {
  if (!isRecorded(audited.route, refusal.status)) return;
  const { code } = refusal.problem;
  await audited.sink.insert(recordOf(audited, { target: audited.path, details: { code } }, 'refused'));
}

function isRecorded(route: Route, status: number): boolean {
  if (status >= 500 || (notWorthARecord.has(status) && route.permission.kind !== 'public')) return false;
  return route.audit !== 'none-read' || status === 403 || (status === 404 && route.permission.kind === 'action');
}

function recordOf({ route, caller, requestId }: AuditedRequest, facts: AuditFacts, result: AuditResult): AuditRecord {
  const action = route.audit === 'none-read' ? `${route.method} ${route.path}` : route.audit;
  const actor = caller.personId ?? caller.service;
  return plain({ eventId: randomUUID(), at: Date.now(), actor, service: caller.service, ...facts, action, result, requestId });
}
