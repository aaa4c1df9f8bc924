import { runCommand } from '../../infra/local/bootstrap/arguments.mjs';
import { onOwnStack } from '../whole/own-stack.mjs';
import { snapshotHead } from './snapshot-file.mjs';

/** `npm test` runs it: months that the version of the snapshot left open are finished by this one. */
await runCommand(() => {
  const { version, beginning } = snapshotHead();
  return onOwnStack({
    name: 'upgrade',
    doing: `Finishing the months of version ${version}`,
    program: 'tests/upgrade/upgrade.ts',
    beginning,
    environment: {},
  });
});
