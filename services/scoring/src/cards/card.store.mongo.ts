import type { BranchCard, MemberCard } from '@jifen/contracts';
import { type Connection, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import { branchMembersLimit, type CardStore, scopeBranchesLimit } from './card.store.ts';

/** The models hold a card whole; the contract checked it on its way in. */
type Kept = { _id: string; version: number; ancestors?: string[]; card: unknown };

const cardSchema = { _id: { type: String, required: true }, version: { type: Number, required: true }, card: { type: Schema.Types.Mixed } };
const branchSchema = new Schema<Kept>({ ...cardSchema, ancestors: [String] }, { collection: 'branchCards', versionKey: false });
branchSchema.index({ ancestors: 1, 'card.path': 1 });
branchSchema.index({ ancestors: 1, _id: 1 });
const memberSchema = new Schema<Kept>(cardSchema, { collection: 'memberCards', versionKey: false });
memberSchema.index({ 'card.branchId': 1, 'card.active': 1, 'card.rosterNumber': 1 });
memberSchema.index({ 'card.personId': 1 });

/** `/a/b/c` lies within `/a`, `/a/b` and `/a/b/c`. */
function ancestorsOf(path: string): string[] {
  const names = path.split('/').slice(1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}

/** A card that another writer kept meanwhile is looked at again: it is either older still or passed over. */
async function keepNewer(model: Model<Kept>, cards: readonly Kept[]): Promise<number> {
  return retryOnContention(async () => {
    const kept = await model.find({ _id: { $in: cards.map((card) => card._id) } }, { version: 1 }).lean();
    const versions = new Map(kept.map((card) => [card._id, card.version]));
    const newer = cards.filter((card) => (versions.get(card._id) ?? 0) < card.version);
    if (newer.length === 0) return 0;
    const writes = newer.map(({ _id, version, ...rest }) => ({
      updateOne: { filter: { _id, version: { $lt: version } }, update: { $set: { version, ...rest } }, upsert: true },
    }));
    await model.bulkWrite(writes, { ordered: false });
    return newer.length;
  });
}

type Listing = { filter: QueryFilter<Kept>; order?: Record<string, 1>; limit: number };

async function list<C>(model: Model<Kept>, { filter, order = {}, limit }: Listing): Promise<C[]> {
  const found = await model.find(filter).sort(order).limit(limit).lean();
  return found.map(({ card }) => card as C);
}

async function find<C>(model: Model<Kept>, id: string): Promise<C | undefined> {
  const found = await model.findOne({ _id: id }).lean();
  return found?.card as C | undefined;
}

const keptBranch = (card: BranchCard): Kept => ({ _id: card.branchId, version: card.version, ancestors: ancestorsOf(card.path), card });
const keptMember = (card: MemberCard): Kept => ({ _id: card.memberId, version: card.version, card });

export function mongoCardStore(connection: Connection): CardStore & { models: Model<Kept>[] } {
  const branches = connection.model<Kept>('BranchCard', branchSchema);
  const members = connection.model<Kept>('MemberCard', memberSchema);
  const byPath = { order: { 'card.path': 1 }, limit: scopeBranchesLimit } as const;
  const byRoster = { order: { 'card.rosterNumber': 1 }, limit: branchMembersLimit } as const;
  return {
    models: [branches, members],
    keepBranches: (cards) => keepNewer(branches, cards.map(keptBranch)),
    keepMembers: (cards) => keepNewer(members, cards.map(keptMember)),
    branch: (branchId) => find(branches, branchId),
    branches: (branchIds) => list(branches, { filter: { _id: { $in: [...branchIds] } }, ...byPath }),
    branchesWithin: (organisation) => list(branches, { filter: { ancestors: organisation }, ...byPath }),
    branchIdsWithin: async (organisation, { after, limit }) => {
      const filter = { ancestors: organisation, ...(after ? { _id: { $gt: after } } : {}) };
      const found = await branches.find(filter, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean();
      return found.map(({ _id }) => _id);
    },
    countWithin: (organisation) => branches.countDocuments({ ancestors: organisation }),
    member: (memberId) => find(members, memberId),
    members: (memberIds) => list(members, { filter: { _id: { $in: [...memberIds] } }, limit: memberIds.length }),
    memberships: (personId) => list(members, { filter: { 'card.personId': personId }, limit: 20 }),
    membersOf: (branchId) => list(members, { filter: { 'card.branchId': branchId, 'card.active': true }, ...byRoster }),
  };
}
