import { readArguments, runCommand, sentence } from './bootstrap/arguments.mjs';
import { stackNamed } from './bootstrap/settings.mjs';
import { askSupervisor } from './supervise/control.mjs';

/** `node infra/local/restart.mjs NAME…`: restarts single processes of a running stack. */
async function restart() {
  const { stack, rest } = readArguments();
  for (const name of rest) {
    const answer = await askSupervisor(stackNamed(stack).dataDir, { command: 'restart', name });
    if (!answer) throw sentence(`Stack ${stack} is not running.`);
    if (answer.error) throw sentence(answer.error);
    console.log(`Restarted ${name}`);
  }
}

await runCommand(restart);
