import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { anImport, aPost } from '../county.builders.ts';
import { fakeMember } from '../member.fakes.ts';
import { importCounty } from '../people/import-county.ts';
import { issueToken } from './issue-token.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const secrets = new Map([
  ['console', hashOf('console-secret')],
  ['scoring', hashOf('scoring-secret')],
]);
const fromConsole = { service: 'console', secret: 'console-secret' };
const until = Date.parse('2099-12-31T00:00:00Z');

async function withCounty() {
  const member = fakeMember();
  const ended = aPost({ role: 'recorder', until: 500 });
  const notBegun = aPost({ role: 'committee-member', from: 2_000 });
  await importCounty(member.deps, anImport({ posts: [aPost(), ended, notBegun, aPost({ personId: 'person-2', role: 'recorder' })] }));
  return { ...member.deps, secrets };
}

describe('tokens', () => {
  it('name a person, their membership and the posts that they hold now', async () => {
    const issued = await issueToken(await withCounty(), { ...fromConsole, personId: 'person-1', at: 1_000 });
    const organisation = '/qinghe/lianhu/dongwan';
    expect(issued.ok && JSON.parse(issued.value.token)).toEqual({
      service: 'console',
      personId: 'person-1',
      memberId: 'member-1',
      grants: [
        { role: 'member', organisation, until: 4_102_444_800_000 },
        { role: 'secretary', organisation, until },
      ],
    });
    expect(issued).toMatchObject({ value: { expiresAt: Date.parse('2026-11-01T00:01:00Z') } });
  });

  it('of a service name nobody and grant nothing', async () => {
    const issued = await issueToken(await withCounty(), { service: 'scoring', secret: 'scoring-secret', at: 1_000 });
    expect(issued.ok && JSON.parse(issued.value.token)).toEqual({ service: 'scoring', grants: [] });
  });

  it.each([
    ['a wrong secret', { service: 'console', secret: 'scoring-secret' }, 'wrong-service-secret'],
    ['a service that nobody knows', { service: 'stranger', secret: 'console-secret' }, 'wrong-service-secret'],
    [
      'a person, to a service that speaks for none',
      { service: 'scoring', secret: 'scoring-secret', personId: 'person-1' },
      'not-for-this-caller',
    ],
    ['a person that nobody knows', { ...fromConsole, personId: 'person-9' }, 'unknown-person'],
  ])('are refused to %s', async (_whom, input, code) => {
    expect(await issueToken(await withCounty(), { ...input, at: 1_000 })).toMatchObject({ ok: false, refusal: { code } });
  });
});
