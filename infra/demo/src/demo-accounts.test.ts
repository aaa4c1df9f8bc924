import { describe, expect, it } from '@jest/globals';
import type { ClientRequest, HttpClient } from '@jifen/service-kit';
import type { z } from 'zod';
import { demoPosts, issueDemoAccounts } from './demo-accounts.ts';
import { peopleOf } from './people.ts';
import { wholeCounty } from './whole-county.ts';

describe('the accounts of the demo', () => {
  it('are issued for those that are printed, and for nobody else of the county', async () => {
    const asked: string[][] = [];
    const member = {
      async request({ method, path, body }: ClientRequest<z.ZodType>) {
        const { personIds } = body as { personIds: string[] };
        asked.push([`${method} ${path}`, ...personIds]);
        const accounts = personIds.map((personId) => ({ personId, signInName: personId.slice(2), password: `password of ${personId}` }));
        return { ok: true, status: 200, value: { accounts } };
      },
    } as unknown as HttpClient;
    const world = { member, scoring: member, say: () => undefined, pause: async () => undefined };
    const printed = await issueDemoAccounts(world, peopleOf(wholeCounty));
    expect(asked).toEqual([['post /internal/accounts', ...demoPosts.map(({ personId }) => personId)]]);
    expect(printed.map(({ post, name, password }) => [post, name !== '', password])).toEqual(
      demoPosts.map(({ post, personId }) => [post, true, `password of ${personId}`]),
    );
  });
});
