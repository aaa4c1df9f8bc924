import { z } from 'zod';
import { deliveryLog, inboxAnswer, noticeAnswer, noticeRequest, readAllAnswer, readAllRequest, telephoneList } from '../notices.ts';
import { id, organisationPath, period } from '../primitives.ts';
import { remindByHandRequest, reminderRequest } from '../processes.ts';
import { endpointsOf } from './endpoint.ts';

const { get, post } = endpointsOf('notification');

const monthQuery = z.strictObject({ organisation: organisationPath, branchId: id, period });

export const messageEndpoints = {
  markRead: post('/inbox/:messageId/read', {
    summary: 'Marks an own message as read; doing it twice changes nothing.',
    action: 'own-inbox:mark',
    audit: 'message-read',
    repeatable: true,
  }),
  markAllRead: post('/inbox/read', {
    summary: 'Marks all own messages up to an instant as read; doing it twice changes nothing.',
    action: 'own-inbox:mark',
    audit: 'messages-read',
    body: readAllRequest,
    answer: readAllAnswer,
    repeatable: true,
  }),
  remind: post('/reminders', {
    summary: 'Reminds whoever a step of a branch waits for; on one day it is one reminder, whoever asks for it.',
    action: 'reminder:send',
    audit: 'reminder-sent',
    body: remindByHandRequest,
    answer: noticeAnswer,
    repeatable: true,
  }),
};

/** Put together by the console, which knows where a branch stands in the county. */
export const messageLists = {
  inbox: get('/inbox', { summary: 'The newest messages of the person who asks.', action: 'own-inbox:read', answer: inboxAnswer }),
  deliveries: get('/deliveries', {
    summary: 'The mails of a branch and a month with their states.',
    action: 'delivery-log:read',
    query: monthQuery,
    answer: deliveryLog,
  }),
  telephoneList: get('/telephone-list', {
    summary: 'Those whom no e-mail reaches, with telephone numbers, to be printed.',
    action: 'telephone-list:read',
    audit: 'telephone-list-read',
    query: monthQuery,
    answer: telephoneList,
  }),
};

/** For other processes only. */
export const notificationInternals = {
  notice: post('/internal/notices', {
    summary: 'Records one message for each recipient; the same key and recipient are one message.',
    services: ['scoring', 'member'],
    audit: 'notice-recorded',
    body: noticeRequest,
    answer: noticeAnswer,
    repeatable: true,
  }),
  reminder: post('/internal/reminders', {
    summary: 'Records that a step falls due to be reminded of; who is still outstanding is asked when it is sent.',
    services: ['branch-worker'],
    audit: 'reminder-recorded',
    body: reminderRequest,
    answer: noticeAnswer,
  }),
};
