import { spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from './bootstrap/arguments.mjs';
import { chosenNode } from './bootstrap/node.mjs';
import { until } from './bootstrap/processes.mjs';
import { inCheckout } from './bootstrap/settings.mjs';
import { askSupervisor } from './supervise/control.mjs';
import { stackPlan } from './supervise/stack-plan.mjs';
import { readStatus } from './supervise/survivors.mjs';

const READY_MS = 300_000;
const TOO_OFTEN = 6;
const SETTLED = new Set(['ready', 'done', 'not-built']);

/** Starts the supervisor with the plan and waits until everything in it is ready. */
export async function launch({ stack, choices, kit, serversOnly, detach, report }) {
  const plan = stackPlan({ stack, choices, kit, serversOnly });
  writeFileSync(join(stack.dataDir, 'plan.json'), JSON.stringify(plan, null, 1), { mode: 0o600 });
  const output = openSync(join(stack.logsDir, 'supervisor.log'), 'a', 0o600);
  const args = [inCheckout('infra/local/supervise/supervisor.mjs'), stack.dataDir, detach ? 'alone' : 'end-with-input'];
  const supervisor = spawn(chosenNode(), args, { detached: true, stdio: [detach ? 'ignore' : 'pipe', output, output] });
  const ended = new Promise((resolve) => supervisor.once('exit', resolve));
  const stop = () => askSupervisor(stack.dataDir, { command: 'stop' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  if (detach) supervisor.unref();
  try {
    await report.step('Starting', () => untilReady(stack, supervisor));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    untilStopped: async () => {
      await ended;
      console.log('Stopped; nothing is left running.');
      return 0;
    },
  };
}

async function untilReady(stack, supervisor) {
  const children = () => readStatus(stack.dataDir)?.children ?? [];
  const failing = () => children().find((child) => child.restarts >= TOO_OFTEN && child.state !== 'ready');
  const over = () =>
    supervisor.exitCode !== null || failing() || (children().length > 0 && children().every((child) => SETTLED.has(child.state)));
  const inTime = await until(over, { timeoutMs: READY_MS });
  const bad = failing();
  if (bad) throw sentence(`${bad.name} does not start (${bad.lastExit}); see ${join(stack.logsDir, `${bad.name}.log`)}`);
  if (supervisor.exitCode !== null) throw sentence(`The start was ended; see ${join(stack.logsDir, 'supervisor.log')}`);
  const waiting = children().filter((child) => !SETTLED.has(child.state));
  if (!inTime)
    throw sentence(
      `Not ready after ${READY_MS / 1000} s: ${waiting.map((child) => `${child.name} ${child.state}`).join(', ')}; see ${stack.logsDir}`,
    );
  for (const child of children().filter((each) => each.state === 'not-built')) console.error(`        ${child.name}: not built`);
}
