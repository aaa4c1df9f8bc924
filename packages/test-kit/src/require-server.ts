export type ServerVariable = 'MONGO_URL' | 'REDIS_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_TEST_SERVER' | 'CHROME_BIN';

/** The server's address from the environment. A missing server is a failure, never a skip. */
export function requireServer(variable: ServerVariable): string {
  const address = process.env[variable];
  if (address) return address;
  throw new Error(`${variable} is not set: run these tests with \`npm test\`, which starts the servers, or name a server of your own.`);
}
