import type { Profile } from './base-config.ts';

/** What a process knows about itself at start. Facts that do not concern it are left out. */
export type FitnessFacts = {
  host?: string;
  urls?: readonly string[];
  secrets?: Readonly<Record<string, string>>;
  demoData?: boolean;
  behindTls?: boolean;
  redis?: { appendOnly: boolean; maxmemoryPolicy: string };
};

/** Reasons not to start; empty when the process may run. */
export function refuseUnlessFit(_profile: Profile, _facts: FitnessFacts): string[] {
  throw new Error('refuseUnlessFit is not built yet');
}
