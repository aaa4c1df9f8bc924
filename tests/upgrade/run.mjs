import { runCommand } from '../../infra/local/bootstrap/arguments.mjs';
import { onOwnStack } from '../whole/own-stack.mjs';

/** The business time of the first version's demo when its record was saved. */
const beginning = '2026-10-16T10:00:00+08:00';

/** `npm test` runs it: months that the first version left open are finished by this one. */
await runCommand(() =>
  onOwnStack({
    name: 'upgrade',
    doing: 'Finishing the months of the first version',
    program: 'tests/upgrade/upgrade.ts',
    beginning,
    environment: {},
  }),
);
