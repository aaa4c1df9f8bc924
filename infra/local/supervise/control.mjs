import { existsSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';

const SOCKET = 'control.sock';

/** Answers commands on the socket of the data folder: one line of JSON each way. */
export function serveControl(dataDir, commands) {
  rmSync(join(dataDir, SOCKET), { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => {});
    readLine(socket, async (request) => {
      const command = commands[request.command];
      const answer = command ? await command(request) : { error: `There is no command ${request.command}.` };
      socket.end(`${JSON.stringify(answer)}\n`);
    });
  });
  inFolder(dataDir, () => server.listen(SOCKET));
}

/** Asks the supervisor; undefined when there is none. */
export function askSupervisor(dataDir, request) {
  if (!existsSync(join(dataDir, SOCKET))) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = inFolder(dataDir, () => createConnection(SOCKET));
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
    readLine(socket, resolve);
  });
}

/** A socket's path is limited to about 100 bytes, a checkout's is not: so the short relative name is used. */
function inFolder(folder, act) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return act();
  } finally {
    process.chdir(before);
  }
}

function readLine(socket, onLine) {
  let text = '';
  socket.on('data', (data) => {
    text += data;
    if (!text.endsWith('\n')) return;
    onLine(JSON.parse(text));
    text = '';
  });
}
