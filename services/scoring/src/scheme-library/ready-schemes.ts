import { createHash } from 'node:crypto';
import { type Finding, type ReadyScheme, type Result, readyForMonths, type ScoringScheme } from '@jifen/domain';

type Ready = Result<ReadyScheme, readonly Finding[]>;

const atMost = 64;
const kept = new Map<string, Ready>();

/** A scheme made ready once, however many months hold a copy of it; or what keeps months from following it. */
export function readyScheme(scheme: ScoringScheme): Ready {
  const hash = createHash('sha256').update(JSON.stringify(scheme)).digest('hex');
  const found = kept.get(hash);
  if (found) return found;
  const made = readyForMonths(scheme);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= atMost) kept.delete(oldest);
  kept.set(hash, made);
  return made;
}

/** Of a scheme with which a month was opened: it was found fit then. */
export function readyFrozen(scheme: ScoringScheme): ReadyScheme {
  const ready = readyScheme(scheme);
  if (ready.ok) return ready.value;
  throw new Error(`months cannot follow ${scheme.id} ${scheme.version}: ${JSON.stringify(ready.refusal)}`);
}
