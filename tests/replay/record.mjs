// Records the histories again: `npx tsc -p workflows && node tests/replay/record.mjs`, with TEMPORAL_TEST_SERVER set.
import { fileURLToPath } from 'node:url';
import { recordHistories } from '../../workflows/dist/test-support/record-histories.js';

const written = await recordHistories(fileURLToPath(new URL('./histories', import.meta.url)));
for (const path of written) console.log(path);
