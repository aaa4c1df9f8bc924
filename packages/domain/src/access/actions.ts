import { administrators, type Role } from './roles.ts';

const branchPosts = ['recorder', 'committee-member', 'secretary'] as const satisfies readonly Role[];
const superiors = ['supervising-committee', 'county-organisation-department'] as const satisfies readonly Role[];
const deciders = ['committee-member', 'secretary'] as const satisfies readonly Role[];
const staff = [...branchPosts, ...superiors, 'township-clerk'] as const satisfies readonly Role[];
const everyone = ['member', ...staff] as const satisfies readonly Role[];

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
  'objection:raise': ['member'],
  'objection:raise-on-behalf': ['recorder', 'secretary', 'township-clerk'],
  'objection:answer': deciders,
  'filing:submit': ['recorder', 'secretary', 'township-clerk'],
  'filing:receive': ['supervising-committee', 'township-clerk'],
  'filing:return': ['supervising-committee'],
  'decision:withdraw': ['recorder', ...deciders, 'supervising-committee', 'township-clerk'],
  'sheet:read': staff,
  'branch-month:read': everyone,
  'branch-month:open': superiors,
  'county-month:read': ['county-organisation-department'],
  'earlier-month:import': superiors,
  'scheme:read': everyone,
  'scheme:draft': ['county-organisation-department'],
  'scheme:adopt': ['county-organisation-department'],
  'organisation:read': everyone,
  'organisation:edit': superiors,
  'member:read': staff,
  'member:edit': [...superiors, 'township-clerk'],
  'member:unmask': superiors,
  'calendar:read': [...everyone, ...administrators],
  'calendar:edit': ['county-organisation-department'],
  'settings:read': everyone,
  'settings:edit': ['county-organisation-department'],
  'delivery-log:read': ['recorder', 'secretary', ...superiors, 'system-administrator'],
  'telephone-list:read': ['recorder', 'secretary', ...superiors],
  'reminder:send': superiors,
  'operations:read': ['system-administrator'],
  'deadline:extend': superiors,
  'deadline:extend-for-member': ['secretary'],
  'deadline:extend-for-all': ['county-organisation-department'],
  'own-profile:read': [],
  'own-todos:read': [],
  'own-inbox:read': [],
  'own-inbox:mark': [],
  'demo-clock:advance': [...staff, ...administrators],
  'console:ask': [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

const ofMembers = [
  'application:submit',
  'application:confirm',
  'application:withdraw',
  'application:read',
  'objection:raise',
  'sheet:read',
  'member:read',
] as const;

const ofAnybody = ['own-profile:read', 'own-todos:read', 'own-inbox:read', 'own-inbox:mark', 'console:ask'] as const;

type Held<Row extends keyof typeof table> = (typeof table)[Row] extends readonly []
  ? Extract<Row, (typeof ofMembers | typeof ofAnybody)[number]>
  : Row;

/** What somebody may hold, by a post, as a member or signed in; a row that nobody may hold is none. */
export type Action = { [Row in keyof typeof table]: Held<Row> }[keyof typeof table];

/** Regulation 2-2, 3: the posts that an action belongs to. */
export const rolesFor: Readonly<Record<Action, readonly Role[]>> = table;

/** Whether the table has it. */
export const isAction = (name: string): name is Action => Object.hasOwn(table, name);

/** Regulation 3: what members do for themselves and may always see of themselves. */
export const selfActions: ReadonlySet<Action> = new Set<Action>(ofMembers);

/** What is open to whoever is signed in. What the console only asks of a service, the service decides. */
export const signedInActions: ReadonlySet<Action> = new Set<Action>(ofAnybody);

/** What a process does without a person behind it; it decides nothing. */
export const serviceActions: ReadonlySet<Action> = new Set(['branch-month:open']);
