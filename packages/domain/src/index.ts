export * from './access/access.ts';
export * from './access/actions.ts';
export * from './access/roles.ts';
export * from './calendar/deadlines.ts';
export * from './calendar/joint-evaluation.ts';
export * from './calendar/local-date.ts';
export * from './calendar/office-hours.ts';
export * from './calendar/period.ts';
export * from './calendar/reminders.ts';
export * from './calendar/settings.ts';
export * from './calendar/working-days.ts';
export * from './evaluation/ledger.ts';
export type { KeptRow, SettledMonth, YearSoFar } from './evaluation/month-facts.ts';
export * from './evaluation/month-line.ts';
export * from './evaluation/month-sheet.ts';
export * from './evaluation/sheet.ts';
export * from './evaluation/task-points.ts';
export * from './ids/ids.ts';
export * from './meeting/votes.ts';
export * from './monthly-cycle/branch-month.ts';
export * from './monthly-cycle/decide.ts';
export { votersOf } from './monthly-cycle/decide-meeting.ts';
export * from './monthly-cycle/decisions.ts';
export * from './monthly-cycle/earlier-month.ts';
export * from './monthly-cycle/evolve.ts';
export * from './monthly-cycle/joint-months.ts';
export * from './monthly-cycle/member-month.ts';
export { answerersOfOne, objectionNumber, objectionsOf, objectorOf, openObjections } from './monthly-cycle/objections.ts';
export { applicationByOf, withOwnDeadlines } from './monthly-cycle/own-deadline.ts';
export * from './monthly-cycle/refusals.ts';
export {
  heldBack,
  isAwaited,
  isLateClaim,
  linesCarried,
  linesListed,
  membersListed,
  membersOf,
  reviewersOf,
  standingValue,
} from './monthly-cycle/rounds.ts';
export { comesLate } from './monthly-cycle/same-claim.ts';
export * from './monthly-cycle/waiting.ts';
export * from './points/points.ts';
export * from './result.ts';
export * from './schemes/ceilings.ts';
export { checkFacts } from './schemes/check/check-facts.ts';
export { checkScheme } from './schemes/check/check-scheme.ts';
export * from './schemes/check/finding.ts';
export * from './schemes/engine/evaluate.ts';
export type { Step, StepRule } from './schemes/engine/figure.ts';
export type { PreparedScheme } from './schemes/engine/prepare.ts';
export type { Conflict, ConflictCode } from './schemes/engine/run.ts';
export * from './schemes/language/condition.ts';
export * from './schemes/language/facts.ts';
export * from './schemes/language/measure.ts';
export * from './schemes/language/node.ts';
export * from './schemes/language/refinement.ts';
export * from './schemes/language/scoring-scheme.ts';
export * from './schemes/lint/lint.ts';
export * from './schemes/pledges.ts';
export * from './schemes/policies.ts';
export * from './schemes/profile/month-profile.ts';
export { profileOf } from './schemes/profile/profile-of.ts';
export { type ReadyScheme, readyForMonths } from './schemes/profile/ready-scheme.ts';
export * from './schemes/refine/refine-scheme.ts';
export * from './schemes/versions/scheme-version.ts';
export * from './schemes/versions/year-frame.ts';
export * from './schemes/what-if/past-facts.ts';
export * from './schemes/what-if/tally.ts';
