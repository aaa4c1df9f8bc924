import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const house = resolve(fileURLToPath(import.meta.url), '../../..');

/** Every folder that TypeScript checks: it has a tsconfig.json and TypeScript files. */
export function typedRooms() {
  const folders = [...foldersOf('packages'), ...foldersOf('services'), 'services/console/web', 'workflows', ...foldersOf('infra'), 'tests'];
  return folders.filter((folder) => existsSync(join(house, folder, 'tsconfig.json')) && hasTypeScript(join(house, folder)));
}

function foldersOf(parent) {
  return readdirSync(join(house, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`);
}

function hasTypeScript(folder) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (!entry.isDirectory()) return /\.tsx?$/.test(entry.name);
    return entry.name !== 'node_modules' && entry.name !== 'dist' && hasTypeScript(join(folder, entry.name));
  });
}
