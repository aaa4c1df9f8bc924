import type { Profile } from '@jifen/service-kit';

const token = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` binds the cookie to this host over TLS; the demo runs on plain loopback, where browsers refuse that prefix. */
const nameFor = (profile: Profile) => (profile === 'production' ? '__Host-jifen' : 'jifen');

const attributes = (profile: Profile) => `Path=/; HttpOnly; SameSite=Lax${profile === 'production' ? '; Secure' : ''}`;

export function sessionCookie(profile: Profile, value: string, longestMinutes: number): string {
  return `${nameFor(profile)}=${value}; ${attributes(profile)}; Max-Age=${longestMinutes * 60}`;
}

export function endedCookie(profile: Profile): string {
  return `${nameFor(profile)}=; ${attributes(profile)}; Max-Age=0`;
}

/** The session's token in a `Cookie` header, if there is exactly one that looks like ours. */
export function tokenIn(profile: Profile, header: string | undefined): string | undefined {
  const prefix = `${nameFor(profile)}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  const [value] = values;
  return values.length === 1 && value !== undefined && token.test(value) ? value : undefined;
}
