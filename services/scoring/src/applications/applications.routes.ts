import { applicationEndpoints } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { answerOf } from '../recording/act-answer.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { applicationForm, type FormPorts } from './application-form.ts';
import { confirmEntry } from './confirm-entry.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

type Ports = RecordPorts & FormPorts;

export function applicationRoutes(ports: Ports): Route[] {
  return [
    implement(applicationEndpoints.form, async ({ params, caller, now }) => {
      const form = await applicationForm(ports, { ...params, caller, now: now() });
      return form.ok ? { status: 200, body: form.value } : toProblem(form.refusal);
    }),
    implement(applicationEndpoints.submit, async ({ params, body, caller, now, audit }) => {
      const answer = await submitApplication(ports, { ...params, body, caller, now: now(), audit: audit.pending });
      return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
    }),
    implement(applicationEndpoints.withdraw, async ({ params, body, caller, now, audit }) => {
      const answer = await withdrawApplication(ports, { ...params, ...body, caller, now: now(), audit: audit.pending });
      return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
    }),
    implement(applicationEndpoints.confirm, async ({ params, body, caller, now, audit }) => {
      const answer = await confirmEntry(ports, { ...params, ...body, caller, now: now(), audit: audit.pending });
      return answer.ok ? answerOf(answer.value) : toProblem(answer.refusal);
    }),
  ];
}
