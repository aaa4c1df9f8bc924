import { z } from 'zod';
import { advanceRequest, clock } from '../clock.ts';
import {
  calendarEntry,
  calendarSheet,
  calendarYear,
  deadlinesAnswer,
  deadlinesRequest,
  extension,
  extensionsAnswer,
  personalExtension,
  personalExtensionsAnswer,
} from '../deadlines.ts';
import { evaluationEntry, evaluationSheet } from '../evaluation.ts';
import { signInAnswer, signInRequest, tokenAnswer, tokenRequest } from '../identity.ts';
import {
  branchCard,
  committeesAnswer,
  contactsAnswer,
  contactsRequest,
  importAnswer,
  importRequest,
  issueAccountsAnswer,
  issueAccountsRequest,
  meAnswer,
  membersAnswer,
  postChange,
  standingAnswer,
  standingChange,
  unmaskAnswer,
  unmaskRequest,
} from '../organisations.ts';
import { countyTodosAnswer } from '../todos.ts';
import { callers, endpointsOf } from './endpoint.ts';

const { get, post, put } = endpointsOf('member');

/** 工作日历 and 评议周期: read by everybody, entered by the county organisation department. */
export const settingsEndpoints = {
  calendar: get('/calendar/:year/sheet', {
    summary: 'A year of the calendar, day by day; drawn up where nobody has entered it.',
    action: 'calendar:read',
    answer: calendarSheet,
  }),
  enterCalendar: put('/calendar/:year', {
    summary: "Enters the county's holidays of a year; open deadlines are computed again.",
    action: 'calendar:edit',
    audit: 'calendar-entered',
    body: calendarEntry,
    answer: calendarSheet,
  }),
  evaluation: get('/evaluation', {
    summary: 'How the county evaluates: by month or by quarter, and which months it merges.',
    action: 'settings:read',
    answer: evaluationSheet,
  }),
  enterEvaluation: put('/evaluation', {
    summary: 'Settles how the county evaluates from a month on that has not begun.',
    action: 'settings:edit',
    audit: 'evaluation-entered',
    body: evaluationEntry,
    answer: evaluationSheet,
  }),
};

/** 延期: the same given again is the same extension. */
export const extensionEndpoints = {
  forBranch: put('/branches/:branchId/extensions/:period', {
    summary: "Gives a step of a branch's month a later last day; its open deadlines are computed again.",
    action: 'deadline:extend',
    audit: 'deadline-extended',
    body: extension,
    answer: extensionsAnswer,
  }),
  forMember: put('/branches/:branchId/extensions/:period/members/:memberId', {
    summary: 'Gives one member of a branch a later last day to apply, at most the registration’s.',
    action: 'deadline:extend-for-member',
    audit: 'deadline-extended-for-member',
    body: personalExtension,
    answer: personalExtensionsAnswer,
  }),
  forAll: put('/extensions/:period', {
    summary: 'Gives a step of the month of every branch a later last day; all open deadlines are computed again.',
    action: 'deadline:extend-for-all',
    audit: 'deadline-extended',
    body: extension,
    answer: extensionsAnswer,
  }),
};

/** The organisations, who is in them, what became of them, who holds which post. */
export const peopleEndpoints = {
  committees: get('/committees', {
    summary: 'The supervising committees in the scope of the caller.',
    action: 'organisation:read',
    answer: committeesAnswer,
  }),
  members: get('/branches/:branchId/members', {
    summary: 'The members of a branch in roster order, telephones masked.',
    action: 'member:read',
    answer: membersAnswer,
  }),
  changePost: put('/branches/:branchId/posts', {
    summary: 'Records who holds a post of a branch, with the document by which it passed to them.',
    action: 'member:edit',
    audit: 'post-holder-changed',
    body: postChange,
    answer: branchCard,
  }),
  changeStanding: put('/members/:memberId/standing', {
    summary: 'Records what became of a member, with its document: a change of standing, death, expulsion, a move.',
    action: 'member:edit',
    audit: 'member-standing-changed',
    body: standingChange,
    answer: standingAnswer,
  }),
  unmask: post('/members/:memberId/unmask', {
    summary: 'One personal field in clear, for a reason that is put on record first.',
    action: 'member:unmask',
    audit: 'member-unmasked',
    body: unmaskRequest,
    answer: unmaskAnswer,
  }),
};

/** A branch, and the day of its meeting: asked with a person's token, but not through the console. */
export const memberTools = {
  branch: get('/branches/:branchId', { summary: 'A branch with its posts.', action: 'organisation:read', answer: branchCard }),
  changePartyDay: put('/branches/:branchId/party-day', {
    summary: "Sets the day of the branch's meeting; every open deadline moves with it.",
    action: 'organisation:edit',
    audit: 'party-day-changed',
    body: z.strictObject({ partyDay: z.int().min(1).max(28) }),
    answer: branchCard,
  }),
};

/** What a person is told of themselves; the console puts it together with what the others say. */
export const ownEndpoints = {
  me: get('/me', { summary: 'Who is signed in, and the posts they hold now.', action: 'own-profile:read', answer: meAnswer }),
  countyTodos: get('/todos', {
    summary: 'What the caller has to do for the county as a whole.',
    action: 'own-todos:read',
    answer: countyTodosAnswer,
  }),
  advanceClock: post('/clock/advance', {
    summary: 'Demo only: moves business time forward.',
    action: 'demo-clock:advance',
    audit: 'clock-advanced',
    body: advanceRequest,
    answer: clock,
  }),
};

/** For other processes only. */
export const memberInternals = {
  calendarYear: get('/calendar/:year', {
    summary: 'Holidays and make-up working days of a year.',
    services: callers,
    answer: calendarYear,
  }),
  clock: get('/clock', { summary: "The county's business time.", services: callers, answer: clock, routine: true }),
  deadlines: post('/deadlines', {
    summary: 'The deadlines of a step as instants, with their reminders.',
    services: ['scoring'],
    body: deadlinesRequest,
    answer: deadlinesAnswer,
    repeatable: true,
  }),
  contacts: post('/internal/contacts', {
    summary: 'How people are reached; for delivering messages only.',
    services: ['notification'],
    audit: 'contacts-read',
    body: contactsRequest,
    answer: contactsAnswer,
    repeatable: true,
  }),
  signIn: post('/internal/sign-in', {
    summary: 'Whether name and password belong together.',
    services: ['console'],
    audit: 'signed-in',
    body: signInRequest,
    answer: signInAnswer,
  }),
  /** Public to the route table: callers prove who they are by their secret, for they have no token yet. */
  token: post('/internal/tokens', {
    summary: 'A token of at most 60 s for a service or the person it acts for.',
    public: true,
    headers: z.object({ 'x-service': z.string().max(40), 'x-service-secret': z.string().min(1).max(200) }),
    body: tokenRequest,
    answer: tokenAnswer,
    repeatable: true,
  }),
  importCounty: put('/internal/import', {
    summary: 'Brings organisations, people and posts to what is said; repeated, it changes nothing.',
    services: ['seed'],
    audit: 'county-imported',
    bodyLimitKb: 4_096,
    body: importRequest,
    answer: importAnswer,
  }),
  issueAccounts: post('/internal/accounts', {
    summary: 'Passwords for people, told once.',
    services: ['seed'],
    audit: 'account-issued',
    body: issueAccountsRequest,
    answer: issueAccountsAnswer,
  }),
};
