import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { applicationEndpoints, extensionEndpoints, memberInternals, messageEndpoints, settingsEndpoints } from '../index.ts';
import { endpointsOf, pathOf } from './endpoint.ts';

const { get, put } = endpointsOf('member');

type Action = Extract<Parameters<typeof get>[1], { action: unknown }>['action'];
type Takes<Name extends string> = Name extends Action ? true : false;

describe('an endpoint', () => {
  it('has the schema of every parameter that its path names', () => {
    const { request } = extensionEndpoints.forMember;
    const params = { branchId: 'dongwan', period: '2026-10', memberId: 'dongwan-1' };
    expect(request?.params?.parse(params)).toEqual(params);
    expect(request?.params?.safeParse({ ...params, period: '2026-13' }).success).toBe(false);
    expect(request?.params?.safeParse({ ...params, year: 2026 }).success).toBe(false);
    expect(settingsEndpoints.calendar.request?.params?.parse({ year: '2026' })).toEqual({ year: 2026 });
  });

  it('is refused with a parameter that has no schema', () => {
    const unknown = '/villages/:village' as '/branches';
    expect(() => get(unknown, { summary: '', action: 'member:read' })).toThrow('/villages/:village names village, which has no schema');
  });

  it('takes only an action of the table', () => {
    const ofNobody: Takes<'decision:take'> = false;
    const ofPeople: Takes<'review:decide'> = true;
    expect([ofNobody, ofPeople]).toEqual([false, true]);
  });

  it('says who may ask it: whoever holds an action, one of several, other processes, everybody', () => {
    const permissions = [messageEndpoints.remind, applicationEndpoints.submit, memberInternals.contacts, memberInternals.token];
    expect(permissions.map(({ permission }) => permission)).toEqual([
      { kind: 'action', action: 'reminder:send' },
      { kind: 'one-of', actions: ['application:submit', 'application:submit-on-behalf'] },
      { kind: 'service', services: ['notification'] },
      { kind: 'public' },
    ]);
  });

  it('is audited under the name that it gives; a read without one shows nothing unmasked', () => {
    const body = z.strictObject({});
    expect(put('/clock', { summary: '', services: ['seed'], audit: 'clock-set', body }).audit).toBe('clock-set');
    expect(settingsEndpoints.calendar.audit).toBe('none-read');
  });

  it('is asked under its path, whatever stands in a parameter', () => {
    expect(pathOf({ path: '/branches/:branchId/posts' }, { branchId: 'dongwan' })).toBe('/branches/dongwan/posts');
    expect(pathOf({ path: '/branches/:branchId' }, { branchId: '../me?a=1' })).toBe('/branches/..%2Fme%3Fa%3D1');
    expect(pathOf({ path: '/me' }, undefined)).toBe('/me');
  });
});
