import type { z } from 'zod';

export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** Reads the environment through one schema; throws `BadConfiguration` with one sentence for each bad variable. */
export function loadConfig<S extends z.ZodType>(schema: S, env: Readonly<Record<string, string | undefined>> = process.env): z.output<S> {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  throw new BadConfiguration(parsed.error.issues.map((issue) => sentence(issue, filled)).join('\n'));
}

function sentence(issue: z.core.$ZodIssue, env: Record<string, unknown>): string {
  const name = String(issue.path[0] ?? 'the environment');
  if (issue.path.length > 0 && env[name] === undefined) return `${name} is not set.`;
  return `${name} is wrong: ${issue.message}.`;
}
