/** What the tests know of the system; a missing variable is a failure, never a skip. */
export function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run these tests with \`npm test\` or \`npm run test:faults\`, which start a system to test.`);
}

/** `npm run test:faults` runs every fault, with rounds and a seed; `npm test` runs a few. */
export function wanted() {
  const { JIFEN_FAULT_ROUNDS, JIFEN_FAULT_SEED = '1', JIFEN_SERVERS_DIR, JIFEN_CUT_URL = '' } = process.env;
  const rounds = JIFEN_FAULT_ROUNDS === undefined ? 'a few' : Number(JIFEN_FAULT_ROUNDS);
  return { seed: JIFEN_FAULT_SEED, rounds, serversDir: JIFEN_SERVERS_DIR, cutUrl: JIFEN_CUT_URL } as const;
}
