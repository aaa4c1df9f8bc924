import type { Profile } from './base-config.ts';

/** The facts of a process at its start. Facts that do not apply are left out. */
export type FitnessFacts = {
  /** The address it listens on. */
  host?: string;
  /** The addresses that it calls, and its own, by variable name. */
  urls?: Readonly<Record<string, string>>;
  secrets?: Readonly<Record<string, string>>;
  /** Whether TLS ends in front of this process. */
  behindTls?: boolean;
};

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const customary = /^(secret|password|changeme|default|demo|test|admin|123456)/i;
const plain = /^(http|mongodb|redis|smtp):\/\//;
const encrypted = /[?&](tls|ssl)=true/;

/** Reasons not to start; empty when the process may run. */
export function refuseUnlessFit(profile: Profile, facts: FitnessFacts): string[] {
  return profile === 'demo' ? demoReasons(facts) : productionReasons(facts);
}

function demoReasons({ host }: FitnessFacts): string[] {
  return host !== undefined && !loopback.has(host) ? [`The demo profile listens on loopback only, not on ${host}.`] : [];
}

function productionReasons({ urls = {}, secrets = {}, behindTls = true }: FitnessFacts): string[] {
  return [
    ...(behindTls ? [] : ['Production is not served over plain HTTP.']),
    ...Object.entries(urls).flatMap(([name, url]) => (plain.test(url) && !encrypted.test(url) ? [`${name} is not encrypted.`] : [])),
    ...Object.entries(secrets).flatMap(([name, secret]) => (isWeak(secret) ? [`${name} is a default or shorter than 32 characters.`] : [])),
  ];
}

function isWeak(secret: string): boolean {
  return secret.length < 32 || customary.test(secret) || new Set(secret).size < 8;
}
