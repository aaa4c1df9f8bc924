import { typedRooms } from './rooms.mjs';
import { run } from './run.mjs';

const sideBySide = 2;

/** `tsc --noEmit` in every room, or in those named on the command line; exits 1 if one of them does not type-check. */
const named = process.argv.slice(2);
const waiting = named.length > 0 ? named : typedRooms();
let failures = 0;

async function lane() {
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
    const { ok, output } = await run(['node_modules/typescript/bin/tsc', '-p', room, '--noEmit']);
    if (ok) continue;
    failures += 1;
    console.error(`${room}\n${output}`);
  }
}

await Promise.all(Array.from({ length: sideBySide }, lane));
if (failures > 0) console.error(`${failures} ${failures === 1 ? 'room does' : 'rooms do'} not type-check.`);
process.exitCode = failures > 0 ? 1 : 0;
