import { spawn } from 'node:child_process';
import { accessSync, appendFileSync, constants, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { sentence } from './arguments.mjs';
import { CHECKOUT } from './settings.mjs';

const underway = new Set();

/** Runs a program to its end; its output goes to the log file (a secret answer does not), of which the last lines explain a failure. */
export function run(command, args, { log, env = process.env, cwd = CHECKOUT, title = command, answerIsSecret = false }) {
  mkdirSync(dirname(log), { recursive: true });
  appendFileSync(log, `$ ${command} ${args.join(' ')}\n`);
  return new Promise((resolve, reject) => {
    const [program, ...rest] = dyingWithParent([command, ...args], 'SIGKILL');
    const child = spawn(program, rest, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    underway.add(child);
    const sink = createWriteStream(log, { flags: 'a' });
    let stdout = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    if (!answerIsSecret) child.stdout.pipe(sink, { end: false });
    child.stderr.pipe(sink, { end: false });
    child.on('error', (error) => settle(() => reject(sentence(`${title}: ${error.message}`))));
    child.on('close', (code, signal) =>
      settle(() =>
        code === 0 ? resolve(stdout) : reject(sentence(`${title} failed (${signal ?? `exit ${code}`}); see ${log}\n${lastLines(log, 8)}`)),
      ),
    );
    const settle = (done) => {
      underway.delete(child);
      sink.end(done);
    };
  });
}

/** Where the system can do it, a program gets a signal when its parent dies, however that happens. */
export function dyingWithParent(command, signal) {
  const setpriv = process.platform === 'linux' ? which('setpriv') : undefined;
  return setpriv ? [setpriv, '--pdeathsig', signal.replace('SIG', ''), '--', ...command] : command;
}

/** Ends every program that is still being run: an interrupted start leaves none behind. */
export function endAll() {
  for (const child of underway) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

/** @returns {string | undefined} the program's full path on PATH */
export function which(program, environment = process.env) {
  return (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

/** Whether this file can be run. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The end of a text file. */
export function lastLines(path, count) {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
