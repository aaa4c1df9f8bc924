import { until } from '../bootstrap/processes.mjs';
import { mongoCommand } from './mongo-wire.mjs';

const port = Number(process.argv[2]);

/** Makes the single mongod a replica set of one and waits until it accepts writes. */
async function initiate() {
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  const answer = await mongoCommand(port, { replSetInitiate: { _id: 'jifen', members }, $db: 'admin' });
  if (!answer.ok && !answer.text.includes('AlreadyInitialized')) throw new Error('The replica set could not be initiated.');
  const writable = async () => (await mongoCommand(port, { listDatabases: 1, nameOnly: true, $db: 'admin' })).ok;
  if (!(await until(writable, { timeoutMs: 30_000 }))) throw new Error('The replica set has no primary after 30 seconds.');
}

await initiate();
