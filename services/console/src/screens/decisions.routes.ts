import {
  actAnswer,
  applicationBody,
  applicationForm,
  confirmEntryBody,
  decisionBody,
  objectionBody,
  openedMonth,
  openMonthRequest,
  withdrawApplicationBody,
} from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { passOn } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { actParams, lineParams, monthParams } from './params.ts';

const application = '/branch-months/:branchId/:period/applications/:memberId';
const months = '/branch-months';

const scoring = { to: 'scoring', repeatable: true } as const;

/** Everything that is decided, applied for or objected to; 202 from scoring stays 202: recorded, being delivered. */
export const decisionRoutes = (upstreams: Upstreams): Route[] => [...applicationRoutes(upstreams), ...stepRoutes(upstreams)];

function applicationRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, {
      ...scoring,
      method: 'get',
      path: application,
      summary: 'The application form of a member.',
      request: { params: lineParams },
      response: applicationForm,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'put',
      path: application,
      summary: 'Submits an application.',
      audit: 'application-submitted',
      request: { params: lineParams, body: applicationBody },
      response: actAnswer,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'post',
      path: `${application}/withdraw`,
      summary: 'Takes an application back to change it.',
      audit: 'application-withdrawn',
      request: { params: lineParams, body: withdrawApplicationBody },
      response: actAnswer,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'post',
      path: `${application}/confirm`,
      summary: 'Confirms what was entered on behalf of oneself.',
      audit: 'entry-confirmed',
      request: { params: lineParams, body: confirmEntryBody },
      response: actAnswer,
    }),
  ];
}

function stepRoutes(upstreams: Upstreams): Route[] {
  return [
    passOn(upstreams, {
      ...scoring,
      method: 'post',
      path: months,
      summary: 'Opens a month of a branch.',
      audit: 'month-opened',
      request: { body: openMonthRequest },
      response: openedMonth,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'post',
      path: `${months}/:branchId/:period/decisions`,
      summary: 'Decides a step.',
      audit: 'decision-sent',
      request: { params: monthParams, body: decisionBody },
      response: actAnswer,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'get',
      path: `${months}/:branchId/:period/decisions/:actId`,
      summary: 'What became of a decision.',
      request: { params: actParams },
      response: actAnswer,
    }),
    passOn(upstreams, {
      ...scoring,
      method: 'post',
      path: `${months}/:branchId/:period/objections`,
      summary: 'Raises an objection to a posted line.',
      audit: 'objection-raised',
      request: { params: monthParams, body: objectionBody },
      response: actAnswer,
    }),
  ];
}
