import { closeSync, openSync, readSync } from 'node:fs';
import { parseJson, type Read, unusable } from '@jifen/contracts/schemes';

const MEGABYTES = 5;
const standardInput = 0;

/** Reads at most the limit and one byte, so that a huge file costs nothing. */
function readLimited(descriptor: number, limit: number): string | null {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const read = readSync(descriptor, chunk, 0, chunk.length, null);
    if (read === 0) return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    size += read;
    if (size > limit) return null;
    chunks.push(chunk.subarray(0, read));
  }
}

/** The JSON in a file, or on the standard input for `-`. */
export function readJson(file: string): Read {
  let descriptor = standardInput;
  try {
    if (file !== '-') descriptor = openSync(file, 'r');
    const text = readLimited(descriptor, MEGABYTES * 1024 * 1024);
    return text === null ? unusable('too-large', { megabytes: String(MEGABYTES) }) : parseJson(text);
  } catch {
    return unusable('cannot-be-read');
  } finally {
    if (descriptor !== standardInput) closeSync(descriptor);
  }
}
