import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, typedRooms } from './rooms.mjs';
import { run } from './run.mjs';

const sideBySide = 2;
const aboutOutput = ['rootDir', 'outDir'];

/** `tsc --noEmit` for every room, or for those named on the command line; exits 1 if one of them does not type-check. */
const named = process.argv.slice(2);
const waiting = named.length > 0 ? named : programsOf(typedRooms());
let failures = 0;

/** Rooms without rules of their own are one program: what they share is looked at once. */
function programsOf(rooms) {
  const alike = rooms.filter(isAlike);
  return [programOf(alike), ...rooms.filter((room) => !alike.includes(room))];
}

function isAlike(room) {
  const { compilerOptions = {} } = JSON.parse(readFileSync(join(house, room, 'tsconfig.json'), 'utf8'));
  return Object.keys(compilerOptions).every((option) => aboutOutput.includes(option));
}

function programOf(rooms) {
  const file = '.jifen/types/tsconfig.json';
  mkdirSync(join(house, '.jifen/types'), { recursive: true });
  const program = { extends: '../../tsconfig.base.json', include: rooms.map((room) => `../../${room}/src`) };
  writeFileSync(join(house, file), JSON.stringify(program));
  return file;
}

async function lane() {
  for (let program = waiting.shift(); program !== undefined; program = waiting.shift()) {
    const { ok, output } = await run(['node_modules/typescript/bin/tsc', '-p', program, '--noEmit']);
    if (ok) continue;
    failures += 1;
    console.error(output);
  }
}

await Promise.all(Array.from({ length: sideBySide }, lane));
if (failures > 0) console.error('Not everything type-checks.');
process.exitCode = failures > 0 ? 1 : 0;
