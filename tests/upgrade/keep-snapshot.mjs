import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, mongo } from 'mongoose';

const { EJSON } = mongo.BSON;

/** One branch before its review, one before its posting; each with the month before, which is closed. */
const branchIds = ['lanping', 'danganshuju'];
const collections = ['acts', 'branchMonths', 'ledger', 'sheets'];

/** `MONGO_URL=… node tests/upgrade/keep-snapshot.mjs VERSION`, beside a demo of that version as it is after its first start. */
const store = await createConnection(process.env.MONGO_URL, { dbName: 'jifen_scoring' }).asPromise();
const kept = {};
for (const name of collections)
  kept[name] = await store
    .collection(name)
    .find({ branchId: { $in: branchIds } })
    .sort({ _id: 1 })
    .toArray();
await store.close();
const lines = Object.entries(kept).map(
  ([name, documents]) => `"${name}": [\n${documents.map((one) => EJSON.stringify(one)).join(',\n')}\n]`,
);
writeFileSync(join(import.meta.dirname, `${process.argv[2]}.json`), `{\n${lines.join(',\n')}\n}\n`);
