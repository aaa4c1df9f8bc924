import { z } from 'zod';
import { role } from './identity.ts';
import { id, instant, localDate, organisationPath, sector, sentence } from './primitives.ts';

export const organisationKind = z.enum(['county', 'supervising-committee', 'branch']);
export const organisation = z.strictObject({
  id,
  kind: organisationKind,
  path: organisationPath,
  name: z.string().min(1).max(60),
  sector: sector.optional(),
  partyDay: z.int().min(1).max(28).optional(),
  objectionsTo: z.strictObject({ name: z.string(), telephone: z.string() }).optional(),
});
export type Organisation = z.infer<typeof organisation>;

export const memberStanding = z.enum(['full', 'probationary', 'on-probation-within-party']);
/** death 去世 · expulsion 开除党籍 · transfer 组织关系转出. */
export const leavingReason = z.enum(['death', 'expulsion', 'transfer']);
/** Why a member is none of this branch any more, since which day, and who recorded it. */
export const leaving = z.strictObject({ because: leavingReason, on: localDate, by: id });
export type LeavingShape = z.infer<typeof leaving>;

/** `PUT /members/{memberId}/standing`: what became of a member, by which document (文号/依据). */
export const standingChange = z.strictObject({
  standing: z.enum([...memberStanding.options, ...leavingReason.options]),
  on: localDate,
  document: sentence,
});
export type StandingChange = z.infer<typeof standingChange>;

/** with-post 在职党员 · without-post 无职党员. */
export const memberClass = z.enum(['with-post', 'without-post']);
/** screen: signs in · paper: is entered on behalf, is reached by telephone. */
export const memberChannel = z.enum(['screen', 'paper']);

export const post = z.strictObject({
  personId: id,
  memberId: id.optional(),
  role,
  organisation: organisationPath,
  deputy: z.boolean(),
  from: instant,
  until: instant,
});
export type Post = z.infer<typeof post>;

/** `PUT /branches/{branchId}/posts` (换任): who holds a post of the branch from when until when, by which document; `replaces` whom in the committee. */
export const postChange = z.strictObject({
  role: z.enum(['secretary', 'recorder', 'committee-member']),
  deputy: z.boolean(),
  memberId: id,
  replaces: id.optional(),
  from: localDate,
  until: localDate,
  document: sentence,
});
export type PostChange = z.infer<typeof postChange>;

/** What other services keep of a member: no identity number, telephone or address. */
export const memberCard = z.strictObject({
  memberId: id,
  personId: id,
  branchId: id,
  name: z.string().min(1).max(40),
  nameKey: z.string().max(80),
  rosterNumber: z.int().min(1),
  groupName: z.string().max(20).optional(),
  standing: memberStanding,
  class: memberClass,
  channel: memberChannel,
  active: z.boolean(),
  left: leaving.optional(),
  version: z.int().min(1),
});
export const standingAnswer = memberCard.pick({ memberId: true, standing: true, active: true, left: true });
export type MemberCard = z.infer<typeof memberCard>;

export const branchCard = z.strictObject({
  branchId: id,
  path: organisationPath,
  name: z.string(),
  committeeId: id,
  committeeName: z.string(),
  sector,
  partyDay: z.int().min(1).max(28),
  objectionsTo: z.strictObject({ name: z.string(), telephone: z.string() }),
  posts: z.array(post),
  version: z.int().min(1),
});
export type BranchCard = z.infer<typeof branchCard>;

/** Cards are idempotent by version: an older one than the kept is passed over. */
export const cardsUpdate = z.strictObject({ branches: z.array(branchCard).max(500), members: z.array(memberCard).max(2_000) });

/** The supervising committees in the caller's scope, in the order of their paths. */
export const committeesAnswer = z.strictObject({ committees: z.array(organisation.pick({ id: true, path: true, name: true })) });

export const meAnswer = z.strictObject({
  personId: id,
  memberId: id.optional(),
  name: z.string(),
  posts: z.array(post.extend({ organisationName: z.string() })),
});
export type MeAnswer = z.infer<typeof meAnswer>;

/** A member as the branch's own people see them: the telephone masked. */
export const memberRow = memberCard.extend({ telephoneMasked: z.string().optional(), hasEmail: z.boolean() });
export const membersAnswer = z.strictObject({ branch: branchCard, members: z.array(memberRow) });
export type MembersAnswer = z.infer<typeof membersAnswer>;

export const unmaskRequest = z.strictObject({
  field: z.enum(['telephone', 'identityNumber', 'email']),
  reason: z.string().trim().min(4).max(200),
});
export const unmaskAnswer = z.strictObject({ value: z.string() });

export const contactsRequest = z.strictObject({ personIds: z.array(id).max(500) });
export const contact = z.strictObject({ personId: id, name: z.string(), email: z.string().optional(), telephone: z.string().optional() });
export const contactsAnswer = z.strictObject({ contacts: z.array(contact) });

/** One person of an import: personal fields arrive in clear over the service boundary and are encrypted before they are stored. */
export const importedPerson = z.strictObject({
  personId: id,
  name: z.string().min(1).max(40),
  nameKey: z.string().max(80),
  identityNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .optional(),
  telephone: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
  email: z.email().max(120).optional(),
  signInName: z
    .string()
    .regex(/^[a-z0-9.]{2,64}$/)
    .optional(),
  membership: memberCard.omit({ personId: true, name: true, nameKey: true, version: true, left: true }).optional(),
});
export const importRequest = z.strictObject({
  organisations: z.array(organisation).max(500),
  people: z.array(importedPerson).max(1_000),
  posts: z.array(post).max(2_000),
});
export type ImportRequest = z.infer<typeof importRequest>;
export const importAnswer = z.strictObject({ organisations: z.int(), people: z.int(), posts: z.int() });

export const issueAccountsRequest = z.strictObject({ personIds: z.array(id).max(200) });
export const issueAccountsAnswer = z.strictObject({
  accounts: z.array(z.strictObject({ personId: id, signInName: z.string(), password: z.string() })),
});
