import type { OperatedPart, OperationsReport, OperationsScreen } from '@jifen/contracts';
import { inTime, type RemoteRefusal } from '@jifen/service-kit';
import type { OperatedPartPort, OperatedParts } from '../upstream/operated-parts.ts';
import type { Asker } from '../upstream/upstreams.ts';
import { findingsOf } from './operations-findings.ts';

export type ReadOperations = {
  parts: OperatedParts;
  /** The console itself. */
  own: () => Promise<OperationsReport['process']>;
  realNow: () => number;
  timeoutMs: number;
};

/** `unknown`: nobody answered who could say whether they may see it. */
export type OperationsRead =
  | { permission: 'granted' | 'unknown'; screen: OperationsScreen }
  | { permission: 'refused'; refusal: RemoteRefusal };

/** How everything is doing. Who does not answer in time is told as silent and holds up nobody. */
export async function readOperations({ parts, own, realNow, timeoutMs }: ReadOperations, asker: Asker): Promise<OperationsRead> {
  const names = Object.keys(parts) as (keyof OperatedParts)[];
  const asking = names.map(async (name) => ({ name, answer: await askPart(parts[name], asker, timeoutMs) }));
  const [process, ...asked] = await Promise.all([own(), ...asking]);
  const refusal = asked.flatMap(({ answer }) => ('refusal' in answer ? [answer.refusal] : []))[0];
  if (refusal) return { permission: 'refused', refusal };
  const others = asked.map(({ name, answer }): OperatedPart => ({ name, ...(answer as Told) }));
  const all: OperatedPart[] = [{ name: 'console', state: 'answered', report: { process } }, ...others];
  const permission = others.some(({ state }) => state === 'answered') ? 'granted' : 'unknown';
  return { permission, screen: { at: realNow(), findings: findingsOf(all), parts: all } };
}

type Told = Omit<OperatedPart, 'name'>;

async function askPart(part: OperatedPartPort, asker: Asker, timeoutMs: number): Promise<Told | { refusal: RemoteRefusal }> {
  const [report, isAlive] = await Promise.all([
    inTime(part.report(asker), timeoutMs),
    inTime(
      part.alive().then(() => true),
      timeoutMs,
    ),
  ]);
  if (report?.ok) return { state: 'answered', report: report.value };
  if (report) return { refusal: report.refusal };
  return { state: isAlive ? 'alive' : 'silent' };
}
