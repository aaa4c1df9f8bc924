import {
  branchMonthStage,
  decisionKinds,
  leavingReason,
  type MemberCard,
  memberChannel,
  memberClass,
  memberStanding,
} from '@jifen/contracts';
import {
  type ActId,
  type BranchId,
  type BranchMonth,
  type Component,
  fulfilmentRates,
  type LocalDate,
  type MemberId,
  type MonthProfile,
  type ObjectionId,
  type Period,
  type PersonId,
  type Points,
  pledgeKindsWithoutPost,
  taskSources,
} from '@jifen/domain';
import { z } from 'zod';

/** The state is written again by the next step: what a later release has added to it stays there. */
const kept = z.looseObject;

/** A text of the record under the name that the domain has for it. */
const text = <T extends string>() => z.string() as unknown as z.ZodType<T>;
const number = z.number();
const person = text<PersonId>();
const member = text<MemberId>();
const act = text<ActId>();
const day = text<LocalDate>();
const points = number as unknown as z.ZodType<Points>;

const entry = kept({ item: z.string(), amount: points, note: z.string().exactOptional(), evidence: z.string().exactOptional() });
const fulfilment = kept({ pledgeId: z.string(), rate: z.enum(fulfilmentRates), note: z.string().exactOptional() });
const task = z.discriminatedUnion('kind', [
  kept({ kind: z.literal('fulfilments'), fulfilments: z.array(fulfilment) }),
  kept({ kind: z.literal('stated-progress'), percent: number }),
  kept({ kind: z.literal('decided'), amount: points }),
  kept({ kind: z.literal('not-applied') }),
]);
const monthLine = kept({ memberId: member, base: z.array(entry), task, reward: z.array(entry) });
const given = kept({ line: monthLine, by: person, at: number, actId: act });
const reviewed = given.extend({ reason: z.string().exactOptional() });

const line = kept({
  memberId: member,
  standing: z.enum(['listed', 'held-back', 'moved-away', 'left']),
  leftOut: z.enum(['other-person', 'second-person', 'meeting']).nullable(),
  claimed: given.nullable(),
  registered: given.nullable(),
  registeredClaim: act.nullable(),
  reviewed: reviewed.nullable(),
  confirmed: reviewed.nullable(),
  resolved: reviewed.nullable(),
});

const meeting = kept({
  actId: act,
  heldOn: day,
  enteredAt: number,
  due: number,
  voters: number,
  present: number,
  inFavour: number,
  against: number,
  abstained: number,
  outcome: z.enum(['carried', 'not-carried', 'no-quorum']),
});
const objection = kept({
  objectionId: text<ObjectionId>(),
  raisedBy: member.exactOptional(),
  person: person.exactOptional(),
  enteredBy: person.exactOptional(),
  lineMemberId: member,
  component: z.enum(['base', 'task', 'reward', 'honour'] satisfies Component[]),
  at: number,
  answer: kept({ actId: act, upheld: z.boolean(), by: person, at: number }).nullable(),
});

const beside = ['review-own-line', 'answer-objection', 'return', 'withdraw'] as const;
const decidedStep = z.enum([...z.enum(decisionKinds).exclude(beside).options, 'confirm']);

const round = kept({
  round: number,
  origin: z.enum(['month', 'supplement', 'return']),
  begun: kept({ at: number, step: z.enum(['registering', 'meeting', 'posting']) }).exactOptional(),
  status: z.enum([...branchMonthStage.options, 'returned']),
  lines: z.array(line),
  acts: z.array(kept({ actId: act, step: decidedStep, by: person })),
  meetings: z.array(meeting),
  objections: z.array(objection),
  posting: kept({ actId: act, postedOn: day, place: z.string(), publicityEndsAt: number, filingBy: number }).nullable(),
  filing: kept({ actId: act, at: number, returnBy: number, lines: z.array(member) }).nullable(),
  receipt: kept({ actId: act, by: person, at: number }).nullable(),
});

const pledge = kept({
  id: z.string(),
  memberId: member,
  kind: z.enum([...pledgeKindsWithoutPost, ...taskSources]),
  dueMonths: z.array(number),
  weight: number,
});
const participant = kept({
  memberId: member,
  personId: person,
  voting: z.boolean(),
  application: z.enum(['waiting-application', 'applied', 'late', 'on-behalf', 'absent']),
  applicationBy: number.exactOptional(),
  telephoned: kept({ actId: act, at: number }).exactOptional(),
  left: kept({
    actId: act,
    by: person,
    at: number,
    because: z.enum(['transfer', 'exemption', 'death', 'expulsion']),
    on: day,
  }).exactOptional(),
  entryConfirmed: kept({ actId: act, by: person, at: number }).exactOptional(),
  withdrawn: kept({ actId: act, line: monthLine, inTime: z.boolean() }).exactOptional(),
  pledgesDue: z.array(pledge),
});

const posts = kept({
  hasCommittee: z.boolean(),
  committee: z.array(person),
  secretary: person,
  recorder: person,
  deputyRecorder: person.exactOptional(),
  confirmer: person.exactOptional(),
});

const item = kept({
  id: z.string(),
  title: z.string(),
  amount: points.nullable(),
  range: text().nullable(),
  evidence: z.enum(['required', 'optional']),
  sample: z.boolean(),
});
const items = z.array(item);
const profile: z.ZodType<MonthProfile> = kept({
  id: z.string(),
  version: number,
  base: kept({ yearStart: points, items }),
  task: kept({
    month: z.string(),
    pledges: z.string(),
    statedProgress: z.string(),
    decided: z.string(),
    plan: z.string(),
    rates: z.record(z.enum(fulfilmentRates), kept({ numerator: number, denominator: number })),
  }),
  reward: kept({ yearMaximum: points.nullable(), items }),
  honour: kept({ items }),
  lateApplication: z.enum(['until-review-then-supplement', 'refused']),
});

export const storedState: z.ZodType<BranchMonth> = kept({
  status: branchMonthStage,
  branchId: text<BranchId>(),
  period: text<Period>(),
  joint: kept({ closing: text<Period>(), by: z.enum(['quarter', 'merged']), months: z.array(text<Period>()) }).exactOptional(),
  round: number,
  rosterHash: z.string(),
  applicationBy: number,
  profile,
  ceiling: points,
  posts,
  participants: z.array(participant),
  votersNotScored: z.array(member),
  rounds: z.array(round),
  lateClaims: z.array(kept({ memberId: member, claimed: given })),
  enteredBy: z.array(person),
});

/** A member as a month freezes them; their card is kept in the same shape. */
export const storedMemberCard: z.ZodType<MemberCard> = z.object({
  memberId: z.string(),
  personId: z.string(),
  branchId: z.string(),
  name: z.string(),
  nameKey: z.string(),
  rosterNumber: z.number(),
  groupName: z.string().optional(),
  standing: memberStanding,
  class: memberClass,
  channel: memberChannel,
  active: z.boolean(),
  left: z.object({ because: leavingReason, on: z.string(), by: z.string() }).optional(),
  version: z.number(),
});
