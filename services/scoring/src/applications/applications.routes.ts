import { applicationEndpoints, scoringTools } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { answered, found } from '../problems.ts';
import type { RecordPorts } from '../recording/record-act.ts';
import { answerOf } from '../recording/record-act.ts';
import { applicationForm, type FormPorts } from './application-form.ts';
import { confirmEntry } from './confirm-entry.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

type Ports = RecordPorts & FormPorts;

export function applicationRoutes(ports: Ports): Route[] {
  return [
    implement(scoringTools.applicationForm, ({ params, caller, now }) => found(applicationForm(ports, { ...params, caller, now: now() }))),
    implement(applicationEndpoints.submit, ({ params, body, caller, now, audit }) =>
      answered(submitApplication(ports, { ...params, body, caller, now: now(), audit: audit.pending }), answerOf),
    ),
    implement(applicationEndpoints.withdraw, ({ params, body, caller, now, audit }) =>
      answered(withdrawApplication(ports, { ...params, ...body, caller, now: now(), audit: audit.pending }), answerOf),
    ),
    implement(applicationEndpoints.confirm, ({ params, body, caller, now, audit }) =>
      answered(confirmEntry(ports, { ...params, ...body, caller, now: now(), audit: audit.pending }), answerOf),
    ),
  ];
}
