import { z } from 'zod';
import { actAnswer, applicationBody, confirmEntryBody, decisionBody, withdrawApplicationBody, yearPlan } from '../acts.ts';
import { applicationForm } from '../application-form.ts';
import { branchMonthPage, branchMonthQuery, branchMonthView } from '../branch-month.ts';
import {
  countyBranchesAnswer,
  countyBranchesQuery,
  countyMonthView,
  openBranchAnswer,
  openedMonth,
  openMonthRequest,
} from '../county-month.ts';
import { deadlinesChangedRequest, extensionReach, extensionReachQuery } from '../deadlines.ts';
import { earlierMonthsAnswer, earlierMonthsBody } from '../earlier-months.ts';
import { objectionBody } from '../objections.ts';
import { cardsUpdate } from '../organisations.ts';
import { yearPlanAnswer } from '../plans.ts';
import {
  applyAnswer,
  clockChangedMessage,
  outstandingAnswer,
  outstandingQuery,
  reachAnswer,
  reachRequest,
  reconciledAnswer,
} from '../processes.ts';
import { sheetView } from '../sheet.ts';
import { todosAnswer } from '../todos.ts';
import { type CallerName, endpointsOf } from './endpoint.ts';

const { get, post, put } = endpointsOf('scoring');

const none = z.strictObject({});
const workers: readonly CallerName[] = ['branch-worker', 'member-worker'];

/** ③ 积分申报. */
export const applicationEndpoints = {
  submit: put('/branch-months/:branchId/:period/applications/:memberId', {
    summary: 'Submits an application: by the member, late with a reason, or on behalf.',
    action: ['application:submit', 'application:submit-on-behalf'],
    audit: 'application-submitted',
    body: applicationBody,
    answer: actAnswer,
  }),
  withdraw: post('/branch-months/:branchId/:period/applications/:memberId/withdraw', {
    summary: 'Takes an application back until the recorder has registered.',
    action: 'application:withdraw',
    audit: 'application-withdrawn',
    body: withdrawApplicationBody,
    answer: actAnswer,
    repeatable: true,
  }),
  confirm: post('/branch-months/:branchId/:period/applications/:memberId/confirm', {
    summary: 'The member confirms what was entered on their behalf; no step waits for it.',
    action: 'application:confirm',
    audit: 'entry-confirmed',
    body: confirmEntryBody,
    answer: actAnswer,
    repeatable: true,
  }),
};

/** A branch's month: opened, decided, objected to. Of an act, 200 is effective, 202 recorded and being delivered. */
export const branchMonthEndpoints = {
  list: get('/branch-months', {
    summary: 'The months in the scope of the caller, page by page.',
    action: 'branch-month:read',
    query: branchMonthQuery,
    answer: branchMonthPage,
  }),
  open: post('/branch-months', {
    summary: 'Opens a branch-month: freezes it and starts its process. May be repeated.',
    action: 'branch-month:open',
    audit: 'branch-month-opened',
    body: openMonthRequest,
    answer: openedMonth,
    repeatable: true,
  }),
  decide: post('/branch-months/:branchId/:period/decisions', {
    summary: 'Takes a decision on a branch-month.',
    /** The table of the steps says which; scoring names them. */
    action: [],
    audit: 'decision-taken',
    body: decisionBody,
    answer: actAnswer,
    repeatable: true,
  }),
  decision: get('/branch-months/:branchId/:period/decisions/:actId', {
    summary: 'What became of a decision.',
    action: 'branch-month:read',
    answer: actAnswer,
  }),
  object: post('/branch-months/:branchId/:period/objections', {
    summary: 'Objects to a line of the list that is in publicity: a member, or on behalf of whoever brought it.',
    action: ['objection:raise', 'objection:raise-on-behalf'],
    audit: 'objection-raised',
    body: objectionBody,
    answer: actAnswer,
    repeatable: true,
  }),
  extensionReach: get('/extensions/:period/reach', {
    summary: 'Whom an extension of a step for all branches would concern.',
    action: 'deadline:extend-for-all',
    query: extensionReachQuery,
    answer: extensionReach,
  }),
  sheet: get('/sheets/:memberId', {
    summary: 'A member’s year: months, entries and why each number. Without a year, the current one.',
    action: 'sheet:read',
    query: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100).optional() }),
    answer: sheetView,
  }),
};

/** Asked with a person's token, but not through the console: by its screens put together, or by the command line. */
export const scoringTools = {
  applicationForm: get('/branch-months/:branchId/:period/applications/:memberId', {
    summary: 'The form of one member, with everything filled in that is known.',
    action: 'application:read',
    answer: applicationForm,
  }),
  view: get('/branch-months/:branchId/:period', {
    summary: 'One branch in one month: the grid for its posts, the publicity list for its other members.',
    action: 'branch-month:read',
    answer: branchMonthView,
  }),
  todos: get('/todos', { summary: 'What the caller has to do now, over all their posts.', action: 'own-todos:read', answer: todosAnswer }),
  reconcile: post('/branch-months/:branchId/:period/processes', {
    summary: 'Starts what is missing of the processes of an open month, its members included, from its record. May be repeated.',
    action: 'branch-month:open',
    audit: 'processes-reconciled',
    answer: reconciledAnswer,
  }),
  countyMonth: get('/county-months/:countyId/:month', {
    summary: "How far the opening of a county's month has got, and which branches refused it.",
    action: 'county-month:read',
    answer: countyMonthView,
  }),
  importEarlierMonths: post('/branches/:branchId/earlier-months', {
    summary:
      'Brings months that a branch settled on paper into the record (以前月份补录): all of the file, or nothing and every error of it.',
    action: 'earlier-month:import',
    audit: 'earlier-month-brought-in',
    /** Twelve months of the largest branch, pledge by pledge. */
    bodyLimitKb: 8_192,
    body: earlierMonthsBody,
    answer: earlierMonthsAnswer,
  }),
};

/** For other processes only. */
export const scoringInternals = {
  applyAct: post('/internal/acts/:actId/apply', {
    summary: 'Brings a recorded decision to its effect. May be repeated.',
    services: workers,
    audit: 'decision-applied',
    body: none,
    answer: applyAnswer,
  }),
  reachDeadline: post('/internal/branch-months/:branchId/:period/reach', {
    summary: 'A deadline has passed. May be repeated.',
    services: workers,
    audit: 'deadline-reached',
    body: reachRequest,
    answer: reachAnswer,
  }),
  outstanding: get('/internal/outstanding', {
    summary: 'Who still has to act in a step: asked when a reminder is about to be sent.',
    services: ['notification'],
    query: outstandingQuery,
    answer: outstandingAnswer,
  }),
  clockChanged: post('/internal/clock-changed', {
    summary: 'Business time was moved: open processes hear of it.',
    services: ['member'],
    audit: 'county-month-begun',
    body: clockChangedMessage,
  }),
  deadlinesChanged: post('/internal/deadlines-changed', {
    summary: 'A party day or the calendar was changed, or an extension given: open deadlines are computed again.',
    services: ['member'],
    audit: 'deadlines-rescheduled',
    body: deadlinesChangedRequest,
  }),
  keepCards: put('/internal/cards', {
    summary: 'Keeps the cards of branches and members that member delivers.',
    services: ['member', 'seed'],
    audit: 'cards-kept',
    bodyLimitKb: 2_048,
    body: cardsUpdate,
  }),
  keepYearPlan: put('/internal/year-plans', {
    summary: 'Keeps the year plan of a branch without the lines that cannot be adopted, and names these.',
    services: ['seed'],
    audit: 'year-plan-kept',
    bodyLimitKb: 1_024,
    body: yearPlan,
    answer: yearPlanAnswer,
  }),
};

/** The opening of a county's month, for its process. */
export const countyMonthInternals = {
  begin: post('/internal/county-months/:countyId/:month/begin', {
    summary: "A county's month is going to be opened. May be repeated.",
    services: workers,
    audit: 'county-month-begun',
  }),
  branches: get('/internal/counties/:countyId/branches', {
    summary: 'The ids of the branches of a county, page by page, in an order that stays.',
    services: workers,
    query: countyBranchesQuery,
    answer: countyBranchesAnswer,
  }),
  open: post('/internal/county-months/:countyId/:month/branches/:branchId/open', {
    summary: "Opens one branch's month with the county's, or keeps why not. May be repeated.",
    services: workers,
    audit: 'branch-month-opened',
    answer: openBranchAnswer,
  }),
  finish: post('/internal/county-months/:countyId/:month/finish', {
    summary: 'Every branch of the county has been asked. May be repeated: it counts anew.',
    services: workers,
    audit: 'county-month-finished',
  }),
};
