import { type AppOptions, problem } from '@jifen/service-kit';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change must come from our own page: its header cannot be sent by a foreign form, and its origin is ours. */
export function sameSiteOnly(origins: readonly string[]): NonNullable<AppOptions['guard']> {
  const ours = new Set(origins.map((origin) => new URL(origin).origin));
  return ({ method, headers }) => {
    if (reading.has(method)) return undefined;
    const { origin } = headers;
    if (headers['x-jifen'] === '1' && origin !== undefined && ours.has(origin)) return undefined;
    return problem({ status: 403, code: 'not-from-this-site' });
  };
}
