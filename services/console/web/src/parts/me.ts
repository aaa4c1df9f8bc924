import type { ConsoleMe, RoleName } from '@jifen/contracts';
import { createContext, use } from 'react';

export const MeContext = createContext<ConsoleMe | undefined>(undefined);

/** Who is signed in; only screens behind the sign-in ask. */
export function useSignedIn(): ConsoleMe {
  const me = use(MeContext);
  if (!me) throw new Error('this screen is shown to nobody who is not signed in');
  return me;
}

const branchPosts: readonly RoleName[] = ['secretary', 'recorder', 'committee-member', 'township-clerk'];
const superiors: readonly RoleName[] = ['supervising-committee', 'county-organisation-department'];
const administrators: readonly RoleName[] = ['system-administrator', 'security-administrator', 'audit-administrator'];

/** The last part of a branch's path is its id. */
const idIn = (path: string) => path.split('/').at(-1) ?? '';

export function ownBranch(me: ConsoleMe): string | undefined {
  const post = me.posts.find(({ role }) => role === 'member') ?? me.posts.find(({ role }) => branchPosts.includes(role));
  return post === undefined ? undefined : idIn(post.organisation);
}

/** The branch whose month they work on: that of their post before that of their membership. */
export function workingBranch(me: ConsoleMe): string | undefined {
  const post = me.posts.find(({ role }) => branchPosts.includes(role));
  return post === undefined ? ownBranch(me) : idIn(post.organisation);
}

export const isSystemAdministrator = (me: ConsoleMe) => me.posts.some(({ role }) => role === 'system-administrator');
/** Whether they have a part in the county's work, beside looking after the system. */
export const hasOffice = (me: ConsoleMe) => me.posts.some(({ role }) => !administrators.includes(role));
/** Whoever is more than a member. */
export const holdsAnyPost = (me: ConsoleMe) => me.posts.some(({ role }) => role !== 'member');
export const isSuperior = (me: ConsoleMe) => me.posts.some(({ role }) => superiors.includes(role));
/** Whether they are a superior of what lies at this path. */
export const isSuperiorOf = (me: ConsoleMe, path: string) =>
  me.posts.some(({ role, organisation }) => superiors.includes(role) && path.startsWith(`${organisation}/`));
export const holdsCountyPost = (me: ConsoleMe) => me.posts.some(({ role }) => role === 'county-organisation-department');
export const holdsBranchPost = (me: ConsoleMe) => me.posts.some(({ role }) => branchPosts.includes(role));
/** Whether they enter what members of a branch have signed: its recorder, or the clerk of the township it is in. */
export const entersPaperFor = (me: ConsoleMe, branchId: string) =>
  me.posts.some(({ role, organisation }) => role === 'township-clerk' || (role === 'recorder' && idIn(organisation) === branchId));
/** Whether they record what became of a branch's members: the clerk of the township, or a superior. */
export const recordsPeopleOf = (me: ConsoleMe, path: string) =>
  isSuperiorOf(me, path) || me.posts.some(({ role, organisation }) => role === 'township-clerk' && path.startsWith(organisation));
export const isMember = (me: ConsoleMe) => me.memberId !== undefined && me.posts.some(({ role }) => role === 'member');
