import { existsSync, rmSync } from 'node:fs';
import { readArguments, runCommand, sentence } from './bootstrap/arguments.mjs';
import { stackNamed } from './bootstrap/settings.mjs';
import { stopStack } from './stopping.mjs';
import { livingSupervisor } from './supervise/survivors.mjs';

/** `npm run reset`: removes all data of a stack; the next start is a first start. */
async function reset() {
  const { stack: name } = readArguments();
  const stack = stackNamed(name);
  const supervisor = livingSupervisor(stack.dataDir);
  if (supervisor) throw sentence(`Stack ${name} runs as process ${supervisor.pid}; stop it first with \`npm run stop\`.`);
  if (!existsSync(stack.dataDir)) {
    console.log(`Stack ${name} has no data.`);
    return;
  }
  await stopStack(stack);
  rmSync(stack.dataDir, { recursive: true, force: true });
  console.log(`Removed ${stack.dataDir}: records, processes, queues, secrets and logs of stack ${name}. The next start begins anew.`);
}

await runCommand(reset);
