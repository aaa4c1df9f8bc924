import { connect } from 'node:net';

const TIMEOUT_MS = 5_000;
const OP_MSG = 2013;
const HEADER_BYTES = 16;

/** A value of the few types in our commands, as BSON. */
export function bson(document) {
  const elements = Object.entries(document).map(([name, value]) => {
    const key = Buffer.from(`${name}\0`);
    if (typeof value === 'boolean') return Buffer.concat([Buffer.of(0x08), key, Buffer.of(value ? 1 : 0)]);
    if (typeof value === 'number') return Buffer.concat([Buffer.of(0x10), key, int32(value)]);
    if (typeof value === 'string')
      return Buffer.concat([Buffer.of(0x02), key, int32(Buffer.byteLength(value) + 1), Buffer.from(`${value}\0`)]);
    return Buffer.concat([Buffer.of(Array.isArray(value) ? 0x04 : 0x03), key, bson(value)]);
  });
  const body = Buffer.concat([...elements, Buffer.of(0)]);
  return Buffer.concat([int32(body.length + 4), body]);
}

/**
 * Runs one command over the MongoDB protocol, before any driver is installed.
 * @returns {Promise<{ ok: boolean, text: string }>} `text` is the answer's raw bytes, to look for a message in
 */
export function mongoCommand(port, command) {
  const body = Buffer.concat([int32(0), Buffer.of(0), bson(command)]);
  const message = Buffer.concat([int32(body.length + HEADER_BYTES), int32(1), int32(0), int32(OP_MSG), body]);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: TIMEOUT_MS });
    let answer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(message));
    socket.on('data', (data) => {
      answer = Buffer.concat([answer, data]);
      if (answer.length < 4 || answer.length < answer.readInt32LE(0)) return;
      socket.destroy();
      resolve({ ok: isOk(answer), text: answer.toString('latin1') });
    });
    socket.on('timeout', () => socket.destroy(new Error('timeout')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
  });
}

/** An answer has `ok` as the double 1 when the command succeeded. */
function isOk(answer) {
  const at = answer.indexOf(Buffer.from('\x01ok\0', 'latin1'));
  return at >= 0 && answer.readDoubleLE(at + 4) === 1;
}

function int32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
