export { branchMonth } from './branch-month/branch-month.workflow.ts';
export { memberMonth } from './member-month/member-month.workflow.ts';
export { publication } from './publication/publication.workflow.ts';
