import {
  actAnswer,
  applicationBody,
  applicationForm as applicationFormShape,
  confirmEntryBody,
  id,
  period,
  withdrawApplicationBody,
} from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { z } from 'zod';
import { toProblem } from '../problems.ts';
import { answerOf } from '../recording/act-answer.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { route } from '../route.ts';
import { applicationForm, type FormPorts } from './application-form.ts';
import { confirmEntry } from './confirm-entry.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

type Ports = RecordPorts & FormPorts;

const path = '/branch-months/:branchId/:period/applications/:memberId';
const params = z.strictObject({ branchId: id, period, memberId: id });

export function applicationRoutes(ports: Ports): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'The form of one member, with everything filled in that is known.',
      permission: { kind: 'action', action: 'application:read' },
      audit: 'none-read',
      request: { params },
      response: applicationFormShape,
      async handler({ params, caller, now }) {
        const form = await applicationForm(ports, { ...params, caller, now: now() });
        return form.ok ? { status: 200, body: form.value } : toProblem(form.refusal);
      },
    }),
    route({
      method: 'put',
      path,
      summary: 'Submits an application: for himself, late with a reason, or from a signed paper.',
      permission: { kind: 'one-of', actions: ['application:submit', 'application:submit-on-behalf'] },
      audit: 'application-submitted',
      request: { params, body: applicationBody },
      response: actAnswer,
      async handler({ params, body, caller, now, audit }) {
        const answer = await submitApplication(ports, { ...params, body, caller, now: now(), audit: audit.pending });
        return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
      },
    }),
    route({
      method: 'post',
      path: `${path}/withdraw`,
      summary: 'Takes an application back until the recorder has registered.',
      permission: { kind: 'action', action: 'application:withdraw' },
      audit: 'application-withdrawn',
      request: { params, body: withdrawApplicationBody },
      response: actAnswer,
      async handler({ params, body, caller, now, audit }) {
        const answer = await withdrawApplication(ports, { ...params, ...body, caller, now: now(), audit: audit.pending });
        return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
      },
    }),
    route({
      method: 'post',
      path: `${path}/confirm`,
      summary: 'The member confirms what was entered on his behalf; no step waits for it.',
      permission: { kind: 'action', action: 'application:confirm' },
      audit: 'entry-confirmed',
      request: { params, body: confirmEntryBody },
      response: actAnswer,
      async handler({ params, body, caller, now, audit }) {
        const answer = await confirmEntry(ports, { ...params, ...body, caller, now: now(), audit: audit.pending });
        return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
      },
    }),
  ];
}
