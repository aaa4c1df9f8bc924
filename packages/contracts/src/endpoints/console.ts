import { z } from 'zod';
import { advanceRequest } from '../clock.ts';
import {
  applicationFormScreen,
  branchMonthScreen,
  clockScreen,
  consoleMe,
  consoleProfile,
  sessionRequest,
  todosScreen,
} from '../console.ts';
import { deliveryLog, telephoneList } from '../notices.ts';
import { operationsScreen } from '../operations.ts';
import { id, period } from '../primitives.ts';
import { endpointsOf } from './endpoint.ts';

const { get, post, remove } = endpointsOf('console');

const cookieHeader = z.object({ cookie: z.string().optional() });
const monthQuery = z.strictObject({ branchId: id, period });

export const sessionEndpoints = {
  signIn: post('/session', {
    summary: 'Signs in; the answer is a cookie.',
    public: true,
    audit: 'signed-in',
    body: sessionRequest,
    headers: cookieHeader,
  }),
  signOut: remove('/session', {
    summary: 'Signs out; ending what has ended already changes nothing.',
    public: true,
    audit: 'signed-out',
    headers: cookieHeader,
  }),
  me: get('/me', { summary: 'Who is signed in, and their posts.', action: 'console:ask', answer: consoleMe }),
  profile: get('/profile', { summary: 'Whether this is a demo.', public: true, answer: consoleProfile }),
};

/** Screens that the console puts together from what several services say. */
export const screenEndpoints = {
  todos: get('/todos', { summary: 'My to-dos and messages.', action: 'console:ask', answer: todosScreen }),
  branchMonth: get('/branch-months/:branchId/:period', {
    summary: 'A branch’s month with all its lines.',
    action: 'console:ask',
    answer: branchMonthScreen,
  }),
  application: get('/branch-months/:branchId/:period/applications/:memberId', {
    summary: 'The application form of one member, with everything filled in that is known.',
    action: 'console:ask',
    answer: applicationFormScreen,
  }),
  clock: get('/clock', { summary: 'The day it is in business time.', action: 'console:ask', answer: clockScreen }),
  advanceClock: post('/clock/advance', {
    summary: 'Demo only: moves business time on.',
    action: 'console:ask',
    audit: 'clock-advanced',
    body: advanceRequest,
    answer: clockScreen,
  }),
  operations: get('/operations', {
    summary: 'How every process is doing, what needs an act first.',
    action: 'console:ask',
    answer: operationsScreen,
    routine: true,
  }),
  deliveries: get('/deliveries', {
    summary: 'What became of the mails.',
    action: 'console:ask',
    query: monthQuery,
    answer: deliveryLog,
  }),
  telephoneList: get('/telephone-list', {
    summary: 'Whom to telephone.',
    action: 'console:ask',
    audit: 'telephone-list-read',
    query: monthQuery,
    answer: telephoneList,
  }),
};
