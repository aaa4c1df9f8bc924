import { describe, expect, it } from '@jest/globals';
import { memberId, personId } from '../ids/ids.ts';
import { type Actor, type Grant, isWithin, may, mayAnywhere } from './access.ts';
import { type Action, isAction, rolesFor, selfActions, serviceActions, signedInActions } from './actions.ts';
import { type HeldRole, mayHoldTogether, type Role, roles } from './roles.ts';

const now = 1_000;
const branch = '/county/committee/branch';
const grant = (role: Role, organisation = branch, until = 2_000): Grant => ({ role, organisation, until });
const person = (...grants: readonly Grant[]): Actor => ({ personId: personId('p1'), memberId: memberId('m1'), grants });
const own = { organisation: branch, memberId: memberId('m1') };
const anothers = { organisation: branch, memberId: memberId('m2') };

const actions = Object.keys(rolesFor).filter(isAction);

describe('who may do what (regulation 2-2, 3)', () => {
  it.each([
    ['registration:decide', 'recorder'],
    ['review:decide', 'committee-member'],
    ['review:decide', 'secretary'],
    ['meeting:record', 'recorder'],
    ['publication:post', 'recorder'],
    ['filing:submit', 'secretary'],
    ['application:submit-on-behalf', 'township-clerk'],
    ['objection:raise-on-behalf', 'recorder'],
    ['objection:raise-on-behalf', 'secretary'],
    ['objection:raise-on-behalf', 'township-clerk'],
    ['decision:withdraw', 'supervising-committee'],
    ['deadline:extend', 'supervising-committee'],
    ['deadline:extend', 'county-organisation-department'],
    ['deadline:extend-for-all', 'county-organisation-department'],
    ['earlier-month:import', 'supervising-committee'],
    ['earlier-month:import', 'county-organisation-department'],
    ['scheme:draft', 'county-organisation-department'],
    ['scheme:adopt', 'county-organisation-department'],
    ['scheme:read', 'member'],
  ] as [Action, Role][])('%s belongs to a %s of the branch', (action, role) =>
    expect(may(person(grant(role)), action, anothers, now)).toBe('allowed'),
  );

  it.each([
    ['review:decide', 'recorder'],
    ['registration:decide', 'committee-member'],
    ['objection:raise-on-behalf', 'member'],
    ['objection:raise-on-behalf', 'committee-member'],
    ['objection:raise-on-behalf', 'supervising-committee'],
    ['filing:receive', 'secretary'],
    ['filing:return', 'township-clerk'],
    ['earlier-month:import', 'secretary'],
    ['earlier-month:import', 'township-clerk'],
    ['review:decide', 'member'],
    ['sheet:read', 'member'],
    ['sheet:read', 'system-administrator'],
    ['calendar:edit', 'supervising-committee'],
    ['reminder:send', 'member'],
    ['reminder:send', 'recorder'],
    ['reminder:send', 'secretary'],
    ['reminder:send', 'township-clerk'],
    ['reminder:send', 'system-administrator'],
    ['deadline:extend', 'secretary'],
    ['deadline:extend', 'township-clerk'],
    ['deadline:extend-for-all', 'supervising-committee'],
    ['scheme:draft', 'supervising-committee'],
    ['scheme:adopt', 'supervising-committee'],
    ['scheme:read', 'system-administrator'],
  ] as [Action, Role][])('%s does not belong to a %s', (action, role) =>
    expect(may(person(grant(role)), action, anothers, now)).toBe('forbidden'),
  );

  it('a member applies for themselves and sees their own sheet, and nobody else’s', () => {
    const member = person(grant('member'));
    expect([may(member, 'application:submit', own, now), may(member, 'sheet:read', own, now)]).toEqual(['allowed', 'allowed']);
    expect([may(member, 'application:submit', anothers, now), may(member, 'sheet:read', anothers, now)]).toEqual([
      'forbidden',
      'forbidden',
    ]);
  });

  it('any member of the branch may object to any line of its list', () =>
    expect(may(person(grant('member')), 'objection:raise', anothers, now)).toBe('allowed'));

  it('a superior reaches down their subtree, never up or aside', () => {
    const superior = person(grant('supervising-committee', '/county/committee'));
    expect(may(superior, 'filing:receive', anothers, now)).toBe('allowed');
    expect(may(superior, 'filing:receive', { organisation: '/county' }, now)).toBe('invisible');
    expect(may(superior, 'filing:receive', { organisation: '/county/other/branch' }, now)).toBe('invisible');
  });

  it.each([
    ['supervising-committee', '/county/committee'],
    ['county-organisation-department', '/county'],
  ] as [Role, string][])('a %s may remind the branches below it, and no others', (role, organisation) => {
    const superior = person(grant(role, organisation));
    expect(may(superior, 'reminder:send', anothers, now)).toBe('allowed');
    expect(may(superior, 'reminder:send', { organisation: '/other/committee/branch' }, now)).toBe('invisible');
  });

  it('a foreign branch is invisible, also one whose name begins the same', () => {
    expect(may(person(grant('secretary')), 'branch-month:read', { organisation: '/county/committee/branch2' }, now)).toBe('invisible');
    expect(isWithin('/county/committee/branch2', branch)).toBe(false);
    expect([isWithin(branch, branch), isWithin(`${branch}/group`, branch), isWithin(branch, '/')]).toEqual([true, true, true]);
  });

  it('a post ends with its term, to the millisecond', () => {
    const secretary = person(grant('secretary', branch, now));
    expect(may(secretary, 'review:decide', anothers, now - 1)).toBe('allowed');
    expect(may(secretary, 'review:decide', anothers, now)).toBe('invisible');
  });

  it('one person holds several posts without switching between them', () => {
    const both = person(grant('member'), grant('recorder'));
    expect([may(both, 'application:submit', own, now), may(both, 'registration:decide', own, now)]).toEqual(['allowed', 'allowed']);
  });

  it('a township clerk who entered paper for a branch cannot receive its filing', () => {
    const clerk = person(grant('township-clerk', '/county/committee'));
    expect(may(clerk, 'filing:receive', { organisation: branch, personIdsWhoEntered: [personId('p2')] }, now)).toBe('allowed');
    expect(may(clerk, 'filing:receive', { organisation: branch, personIdsWhoEntered: [personId('p1')] }, now)).toBe('forbidden');
  });

  it('a process does what carries decisions out, and decides nothing', () => {
    const workflows: Actor = { service: 'workflows' };
    expect(may(workflows, 'branch-month:open', anothers, now)).toBe('allowed');
    expect([...serviceActions].filter((action) => /decide|record|post|answer|submit|receive|return/.test(action))).toEqual([]);
    expect(may(workflows, 'review:decide', anothers, now)).toBe('forbidden');
  });

  it('every action belongs to somebody: a post, members themselves, whoever is signed in, or a process', () => {
    const held = (action: Action) => [selfActions, signedInActions, serviceActions].some((some) => some.has(action));
    const orphans = actions.filter((action) => rolesFor[action].length === 0 && !held(action));
    expect(orphans).toEqual([]);
  });

  it('nobody without a post in sight sees anything of others', () => {
    expect(actions.filter((action) => may(person(), action, anothers, now) !== 'invisible')).toEqual([...signedInActions]);
  });

  it('what is open to whoever is signed in is their own, or asked of a service that decides', () =>
    expect([...signedInActions]).toEqual(['own-profile:read', 'own-todos:read', 'own-inbox:read', 'own-inbox:mark', 'console:ask']));
});

describe('what concerns no organisation in particular (regulation 3)', () => {
  it('is for whoever holds a post that may, wherever they hold it', () => {
    const administrator = person(grant('member'), grant('system-administrator', '/county'));
    expect(mayAnywhere(administrator, 'operations:read', now)).toBe(true);
    expect(mayAnywhere(person(grant('system-administrator', '/county', now)), 'operations:read', now)).toBe(false);
    expect(mayAnywhere({ service: 'console' }, 'operations:read', now)).toBe(false);
  });

  it.each(roles.filter((role) => role !== 'system-administrator'))('the running of the system is not shown to a %s', (role) =>
    expect(mayAnywhere(person(grant(role, '/county')), 'operations:read', now)).toBe(false),
  );

  it('a member without a post may do for themselves what members do, and nothing of a post', () => {
    const member = person();
    expect(mayAnywhere(member, 'application:submit', now)).toBe(true);
    expect(mayAnywhere({ personId: personId('p1'), grants: [] }, 'application:submit', now)).toBe(false);
    expect(mayAnywhere({ personId: personId('p1'), grants: [] }, 'own-inbox:read', now)).toBe(true);
    expect(mayAnywhere(member, 'review:decide', now)).toBe(false);
    expect(mayAnywhere({ service: 'console' }, 'own-inbox:read', now)).toBe(false);
  });

  it.each(roles.filter((role) => role !== 'member'))('the day of the demo is moved on by a %s', (role) =>
    expect(mayAnywhere(person(grant(role)), 'demo-clock:advance', now)).toBe(true),
  );

  it('the day of the demo is not moved on by a member without a post', () =>
    expect(mayAnywhere(person(grant('member')), 'demo-clock:advance', now)).toBe(false));

  it.each(roles)('the calendar is read by a %s', (role) => expect(mayAnywhere(person(grant(role)), 'calendar:read', now)).toBe(true));
});

describe('the three administrators (regulation 3)', () => {
  const three = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;
  const from100 = (role: Role, until = 200): HeldRole => ({ role, from: 100, until });

  it.each(three.flatMap((held) => three.filter((one) => one !== held).map((added) => [held, added] as const)))(
    'one person who is %s cannot be %s at the same time',
    (held, added) =>
      expect(mayHoldTogether([from100('member'), from100(held)], from100(added))).toEqual({
        ok: false,
        refusal: { code: 'separate-administrators', held },
      }),
  );

  it.each([
    [199, 300, false],
    [200, 300, true],
    [0, 100, true],
    [0, 101, false],
  ])('one who was system administrator from 100 to 200 may be audit administrator from %i to %i: %p', (from, until, may) =>
    expect(mayHoldTogether([from100('system-administrator')], { role: 'audit-administrator', from, until }).ok).toBe(may),
  );

  it('any other post goes with them, and the same post may be renewed', () => {
    expect(mayHoldTogether([from100('system-administrator')], from100('member')).ok).toBe(true);
    expect(mayHoldTogether([from100('system-administrator')], from100('system-administrator')).ok).toBe(true);
    expect(roles.filter((role) => !mayHoldTogether([], from100(role)).ok)).toEqual([]);
  });
});
