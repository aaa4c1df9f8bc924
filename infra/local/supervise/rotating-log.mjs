import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST_BYTES = 5 * 1024 * 1024;
const KEPT = 3;

/** A rotating log file: NAME.log, NAME.log.1, NAME.log.2. */
export function rotatingLog(path, { largestBytes = LARGEST_BYTES, kept = KEPT } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  return {
    write(data) {
      if (size > 0 && size + data.length > largestBytes) {
        closeSync(file);
        moveAside(path, kept);
        file = openSync(path, 'a', 0o600);
        size = 0;
      }
      size += writeSync(file, data);
    },
    close: () => closeSync(file),
  };
}

function moveAside(path, kept) {
  const names = [path, ...Array.from({ length: kept - 1 }, (_, index) => `${path}.${index + 1}`)];
  for (let index = names.length - 2; index >= 0; index -= 1) {
    if (existsSync(names[index])) renameSync(names[index], names[index + 1]);
  }
}
