export { branchMonth } from './branch-month/branch-month.workflow.ts';
export { countyMonth } from './county-month/county-month.workflow.ts';
export { monthTick } from './county-month/month-tick.workflow.ts';
export { memberMonth } from './member-month/member-month.workflow.ts';
export { publication } from './publication/publication.workflow.ts';
