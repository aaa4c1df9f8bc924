import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomOf } from '../../infra/demo/src/random.ts';
import { check } from './check.ts';
import { required, wanted } from './environment.ts';
import { allFaults, fewFaults } from './faults.ts';
import { knownOf } from './history.ts';
import { readSnapshot } from './read-snapshot.ts';
import { faultRound, type RoundResult } from './round.ts';
import type { Snapshot } from './snapshot.ts';
import { stackIn } from './stack.ts';
import { type System, systemUnderTest } from './system.ts';

jest.setTimeout(600_000);

const logs = join(required('JIFEN_DATA_DIR'), 'logs');
const { rounds, seed, serversDir, cutUrl } = wanted();
const stack = stackIn(required('JIFEN_DATA_DIR'), serversDir);
const random = randomOf(`faults ${seed}`);
const faults = rounds === 'a few' ? fewFaults : Array.from({ length: rounds }, () => allFaults({ stack, random, cutUrl })).flat();
const longestRecoverySeconds = 120;

let system: System;

beforeAll(async () => {
  writeFileSync(join(logs, 'fault-results.jsonl'), '');
  system = await systemUnderTest(stack, random);
});

/** One line for each round and each request is kept with the system's logs. */
function keep(result: RoundResult) {
  appendFileSync(join(logs, 'fault-results.jsonl'), `${JSON.stringify(result)}\n`);
  writeFileSync(join(logs, 'fault-history.jsonl'), system.history.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const { fault, inFlight, acknowledged, findings, recoverySeconds } = result;
  const counts = `${inFlight} in flight, ${acknowledged} acknowledged, ${findings.length} findings`;
  process.stdout.write(`${fault}: ${counts}, recovered in ${recoverySeconds.toFixed(1)} s\n`);
}

describe('a fault with writes in flight', () => {
  it.each(faults)('of $name loses nothing that was acknowledged and doubles nothing', async (fault) => {
    const result = await faultRound(system, fault);
    keep(result);
    expect(result.findings).toEqual([]);
    expect(result.inFlight).toBeGreaterThanOrEqual(20);
    expect(result.acknowledged).toBeGreaterThan(0);
    expect(result.recoverySeconds).toBeLessThan(longestRecoverySeconds);
  });

  it('would be noticed if it lost or doubled something: the same record, tampered with, is not sound', async () => {
    const snapshot = await readSnapshot(system.servers);
    const { key } = knownOf(system.history).find(({ outcome }) => outcome === 'ok') ?? { key: '' };
    const faultsOf = async (tampered: Partial<Snapshot>) =>
      (await check(system.history, { ...snapshot, ...tampered })).map(({ fault }) => fault);
    expect(await faultsOf({ acts: snapshot.acts.filter(({ _id }) => _id !== key) })).toContain('lost');
    expect(await faultsOf({ ledger: [...snapshot.ledger, ...snapshot.ledger.slice(0, 1)] })).toContain('doubled');
    expect(await faultsOf({ audit: snapshot.audit.slice(1) })).toContain('broken');
  });
});
