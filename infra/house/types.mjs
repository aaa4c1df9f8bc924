import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, typedRooms } from './rooms.mjs';
import { run } from './run.mjs';

const sideBySide = 2;
const aboutOutput = ['rootDir', 'outDir'];

/** `tsc --noEmit` for every package, or for those named on the command line; exits 1 if one of them does not type-check. */
const named = process.argv.slice(2);
const waiting = named.length > 0 ? named : programsOf(typedRooms());
let failures = 0;

/** Packages without compiler options of their own are one program, so that shared files are checked once. */
function programsOf(folders) {
  const alike = folders.filter(isAlike);
  return [programOf(alike), ...folders.filter((folder) => !alike.includes(folder))];
}

function isAlike(folder) {
  const { compilerOptions = {} } = JSON.parse(readFileSync(join(house, folder, 'tsconfig.json'), 'utf8'));
  return Object.keys(compilerOptions).every((option) => aboutOutput.includes(option));
}

function programOf(folders) {
  const file = '.jifen/types/tsconfig.json';
  mkdirSync(join(house, '.jifen/types'), { recursive: true });
  const program = { extends: '../../tsconfig.base.json', include: folders.map((folder) => `../../${folder}/src`) };
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
