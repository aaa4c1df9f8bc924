import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

const secrets = ['password', 'secret', 'token', 'authorization', 'cookie', 'totp', 'identityNumber', 'phone', 'email', 'body'];
const redacted = secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** JSON lines in UTC. Bodies are never logged; fields that could carry a secret or personal data are censored. */
export function createLogger(name: string, level: LogLevel = 'info', destination: DestinationStream = pino.destination(1)): Logger {
  return pino({ name, level, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: redacted, censor: '[redacted]' } }, destination);
}
