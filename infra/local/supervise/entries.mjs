import { hostVariables } from './addresses.mjs';

/** An entry that runs until it is stopped. */
export function server({ name, command, env = {}, port, ready, after = [], dieWith = 'SIGTERM', stopMs = 15_000, needs, nice = 0 }) {
  return { name, kind: 'server', command, env: { ...hostVariables(), ...env }, after, ready, port, needs, dieWith, stopMs, nice };
}

/** An entry that runs to its end once. */
export function task({ name, command, env = {}, after }) {
  return { name, kind: 'task', command, env: { ...hostVariables(), ...env }, after, dieWith: 'SIGKILL', stopMs: 2_000 };
}
