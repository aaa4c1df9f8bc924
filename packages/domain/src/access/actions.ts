import type { Role } from './roles.ts';

const branchPosts = ['recorder', 'committee-member', 'secretary'] as const satisfies readonly Role[];
const superiors = ['supervising-committee', 'county-organisation-department'] as const satisfies readonly Role[];
const deciders = ['committee-member', 'secretary'] as const satisfies readonly Role[];
const staff = [...branchPosts, ...superiors, 'township-clerk'] as const satisfies readonly Role[];
const everyone = ['member', ...staff] as const satisfies readonly Role[];
const administrators = ['system-administrator', 'security-administrator', 'audit-administrator'] as const satisfies readonly Role[];

const table = {
  'application:submit': [],
  'application:submit-on-behalf': ['recorder', 'township-clerk'],
  'application:confirm': [],
  'application:withdraw': ['recorder', 'township-clerk'],
  'application:read': staff,
  'registration:decide': ['recorder', 'township-clerk'],
  'review:decide': deciders,
  'review:confirm': ['committee-member', 'secretary', 'member'],
  'meeting:record': ['recorder', 'secretary', 'township-clerk'],
  'publication:post': ['recorder', 'secretary', 'township-clerk'],
  'publication:read': everyone,
  'objection:raise': ['member'],
  'objection:answer': deciders,
  'objection:read': [...branchPosts, ...superiors],
  'filing:submit': ['recorder', 'secretary', 'township-clerk'],
  'filing:receive': ['supervising-committee', 'township-clerk'],
  'filing:return': ['supervising-committee'],
  'filing:read': staff,
  'decision:withdraw': ['recorder', ...deciders, 'supervising-committee', 'township-clerk'],
  'sheet:read': staff,
  'branch-month:read': everyone,
  'branch-month:open': superiors,
  'county-month:read': ['county-organisation-department'],
  'earlier-month:import': superiors,
  'ledger:read': staff,
  'correction:decide': superiors,
  'year-plan:read': everyone,
  'year-plan:edit': ['recorder', ...deciders],
  'year-plan:approve': ['supervising-committee'],
  'pledge:submit': [],
  'pledge:submit-on-behalf': ['recorder', 'township-clerk'],
  'pledge:vet': deciders,
  'scheme:read': everyone,
  'scheme:draft': ['county-organisation-department'],
  'scheme:adopt': ['county-organisation-department'],
  'honour:propose': ['recorder', ...deciders],
  'honour:approve': ['county-organisation-department'],
  'exemption:propose': deciders,
  'exemption:decide': superiors,
  'organisation:read': everyone,
  'organisation:edit': superiors,
  'member:read': staff,
  'member:edit': [...superiors, 'township-clerk'],
  'member:unmask': superiors,
  'account:read': ['system-administrator', 'security-administrator'],
  'account:create': ['system-administrator'],
  'role:grant': ['security-administrator'],
  'calendar:read': [...everyone, ...administrators],
  'calendar:edit': ['county-organisation-department'],
  'settings:read': everyone,
  'settings:edit': ['county-organisation-department'],
  'clock:read': [],
  'delivery-log:read': ['recorder', 'secretary', ...superiors, 'system-administrator'],
  'telephone-list:read': ['recorder', 'secretary', ...superiors],
  'reminder:send': superiors,
  'audit-log:read': ['audit-administrator'],
  'operations:read': ['system-administrator'],
  'act:apply': [],
  'deadline:compute': [],
  'deadline:extend': superiors,
  'deadline:extend-for-member': ['secretary'],
  'deadline:extend-for-all': ['county-organisation-department'],
  'outstanding:read': [],
  'month:freeze': [],
  'own-profile:read': [],
  'own-todos:read': [],
  'own-inbox:read': [],
  'own-inbox:mark': [],
  'demo-clock:advance': [],
  'console:ask': [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof table;

/** Regulation 2-2, 3: the posts that an action belongs to. */
export const rolesFor: Readonly<Record<Action, readonly Role[]>> = table;

/** Regulation 2-2: every action, in the order of the table. */
export const actions = Object.keys(table) as readonly Action[];

/** Regulation 2-2: whether the table has it. */
export const isAction = (name: string): name is Action => Object.hasOwn(table, name);

const ofMembers = [
  'application:submit',
  'application:confirm',
  'application:withdraw',
  'application:read',
  'objection:raise',
  'objection:read',
  'pledge:submit',
  'sheet:read',
  'ledger:read',
  'member:read',
] as const satisfies readonly Action[];

const ofAnybody = [
  'own-profile:read',
  'own-todos:read',
  'own-inbox:read',
  'own-inbox:mark',
  'demo-clock:advance',
  'console:ask',
] as const satisfies readonly Action[];

/** Regulation 3: what members do for themselves and may always see of themselves. */
export const selfActions: ReadonlySet<Action> = new Set<Action>(ofMembers);

/** What is open to whoever is signed in. What the console only asks of a service, the service decides. */
export const signedInActions: ReadonlySet<Action> = new Set<Action>(ofAnybody);

type Held<A extends Action> = (typeof table)[A] extends readonly [] ? Extract<A, (typeof ofMembers | typeof ofAnybody)[number]> : A;

/** An action that some person may hold, by a post, as a member or signed in; the others are for processes alone. */
export type PersonalAction = { [A in Action]: Held<A> }[Action];

/** Regulation 2-2: what a process does without a person behind it; it decides nothing. */
export const serviceActions: ReadonlySet<Action> = new Set<Action>([
  'act:apply',
  'branch-month:open',
  'branch-month:read',
  'calendar:read',
  'clock:read',
  'deadline:compute',
  'member:read',
  'month:freeze',
  'organisation:read',
  'outstanding:read',
  'reminder:send',
  'settings:read',
]);
