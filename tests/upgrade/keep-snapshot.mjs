import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, mongo } from 'mongoose';
import { house } from '../../infra/house/rooms.mjs';
import { runCommand } from '../../infra/local/bootstrap/arguments.mjs';
import { progress } from '../../infra/local/bootstrap/output.mjs';
import { serverVariables, startTestStack } from '../whole/test-stack.mjs';
import { snapshotFile } from './snapshot-file.mjs';

const { EJSON } = mongo.BSON;

/** One branch before its review, one before its posting; each with the month before, which is closed. */
const branchIds = ['lanping', 'danganshuju'];
const collections = ['acts', 'branchMonths', 'ledger', 'sheets'];
/** Business time of the demo county once it is filled in. */
const beginning = '2026-10-16T10:00:00+08:00';

/** Starts this version with its whole demo county, keeps what the record holds of two branches, and stops it again. */
await runCommand(async () => {
  const report = progress();
  const name = `snapshot-${process.pid}`;
  mkdirSync(join(house, '.jifen'), { recursive: true });
  const log = join(house, '.jifen', `${name}.log`);
  const stack = await startTestStack({ report, log, name, variables: { DEMO_COUNTY: 'whole' } });
  try {
    const kept = await report.step('Keeping two branches', () => read(serverVariables(stack).MONGO_URL));
    write(kept);
    for (const { _id, stage } of kept.branchMonths) report.say(`${_id}: ${stage}`);
  } finally {
    await report.step('Stopping', () => stack.stop({ keepData: false }));
  }
  return 0;
});

async function read(mongoUrl) {
  const store = await createConnection(mongoUrl, { dbName: 'jifen_scoring' }).asPromise();
  const documents = collections.map((name) =>
    store
      .collection(name)
      .find({ branchId: { $in: branchIds } })
      .sort({ _id: 1 })
      .toArray(),
  );
  const found = await Promise.all(documents);
  await store.close();
  return Object.fromEntries(collections.map((name, index) => [name, found[index]]));
}

/** One document a line. */
function write(kept) {
  const { version } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8'));
  const lines = collections.map((name) => `"${name}": [\n${kept[name].map((one) => EJSON.stringify(one)).join(',\n')}\n]`);
  writeFileSync(snapshotFile, `{\n"version": "${version}",\n"beginning": "${beginning}",\n${lines.join(',\n')}\n}\n`);
}
