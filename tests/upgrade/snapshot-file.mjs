import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../../infra/local/bootstrap/arguments.mjs';

export const snapshotFile = join(import.meta.dirname, 'snapshot.json');

/** Of which version the snapshot is, and at which instant its demo county begins. */
export function snapshotHead() {
  if (!existsSync(snapshotFile)) throw sentence('tests/upgrade/snapshot.json is not there: node tests/upgrade/keep-snapshot.mjs makes it.');
  const { version, beginning } = JSON.parse(readFileSync(snapshotFile, 'utf8'));
  return { version, beginning };
}
