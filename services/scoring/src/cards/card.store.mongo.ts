import { type Connection, type DocumentReader, retryOnContention } from '@jifen/service-kit';
import { type Model, type QueryFilter, Schema } from 'mongoose';
import { branchCards, branchMembersLimit, type CardStore, keptBranch, keptMember, memberCards, scopeBranchesLimit } from './card.store.ts';

type Kept = { _id: string; version: number; ancestors?: string[]; card: unknown };

const cardSchema = { _id: { type: String, required: true }, version: { type: Number, required: true }, card: { type: Schema.Types.Mixed } };
const branchSchema = new Schema<Kept>({ ...cardSchema, ancestors: [String] }, { collection: 'branchCards', versionKey: false });
branchSchema.index({ ancestors: 1, 'card.path': 1 });
branchSchema.index({ ancestors: 1, _id: 1 });
const memberSchema = new Schema<Kept>(cardSchema, { collection: 'memberCards', versionKey: false });
memberSchema.index({ 'card.branchId': 1, 'card.active': 1, 'card.rosterNumber': 1 });
memberSchema.index({ 'card.personId': 1 });

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

const readingOf = <C>(model: Model<Kept>, cards: DocumentReader<C>) => ({
  list: async ({ filter, order = {}, limit }: Listing) =>
    cards.all(await model.find(filter, { card: 1 }).sort(order).limit(limit).lean<unknown[]>()),
  find: async (id: string) => cards.found(await model.findOne({ _id: id }, { card: 1 }).lean<unknown>()),
});

export function mongoCardStore(connection: Connection): CardStore & { models: Model<Kept>[] } {
  const branches = connection.model<Kept>('BranchCard', branchSchema);
  const members = connection.model<Kept>('MemberCard', memberSchema);
  const [ofBranches, ofMembers] = [readingOf(branches, branchCards), readingOf(members, memberCards)];
  const byPath = { order: { 'card.path': 1 }, limit: scopeBranchesLimit } as const;
  const byRoster = { order: { 'card.rosterNumber': 1 }, limit: branchMembersLimit } as const;
  return {
    models: [branches, members],
    keepBranches: (cards) => keepNewer(branches, cards.map(keptBranch)),
    keepMembers: (cards) => keepNewer(members, cards.map(keptMember)),
    branch: ofBranches.find,
    branches: (branchIds) => ofBranches.list({ filter: { _id: { $in: [...branchIds] } }, ...byPath }),
    branchesWithin: (organisation) => ofBranches.list({ filter: { ancestors: organisation }, ...byPath }),
    branchIdsWithin: async (organisation, { after, limit }) => {
      const filter = { ancestors: organisation, ...(after ? { _id: { $gt: after } } : {}) };
      const found = await branches.find(filter, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean();
      return found.map(({ _id }) => _id);
    },
    countWithin: (organisation) => branches.countDocuments({ ancestors: organisation }),
    member: ofMembers.find,
    members: (memberIds) => ofMembers.list({ filter: { _id: { $in: [...memberIds] } }, limit: memberIds.length }),
    memberships: (personId) => ofMembers.list({ filter: { 'card.personId': personId }, limit: 20 }),
    membersOf: (branchId) => ofMembers.list({ filter: { 'card.branchId': branchId, 'card.active': true }, ...byRoster }),
  };
}
