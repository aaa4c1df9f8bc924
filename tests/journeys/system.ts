type Address = 'CONSOLE_URL' | 'MEMBER_URL' | 'SCORING_URL' | 'MAIL_WEB_URL' | 'JIFEN_DATA_DIR';

/** Where the system under test is. A missing one is a failure, never a skip. */
export function systemAt(address: Address): string {
  const value = process.env[address];
  if (value) return value;
  throw new Error(`${address} is not set: run the journeys with \`npm test\`, which starts a whole system, or name one of your own.`);
}
