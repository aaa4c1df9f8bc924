import { operationsReport } from '../operations.ts';
import { endpointsOf } from './endpoint.ts';

/** Answered by every process of the house alike. */
export const operationsEndpoint = endpointsOf('member').get('/operations', {
  summary: 'The state of this process: counters and ages, no personal data.',
  action: 'operations:read',
  answer: operationsReport,
  routine: true,
});
