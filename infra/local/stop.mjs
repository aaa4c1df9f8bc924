import { readArguments, runCommand } from './bootstrap/arguments.mjs';
import { stackNamed } from './bootstrap/settings.mjs';
import { stopStack } from './stopping.mjs';

/** `npm run stop`: stops the stack, also one whose supervisor was killed. */
async function stop() {
  const { stack: name } = readArguments();
  const what = await stopStack(stackNamed(name));
  console.log(`Stack ${name}: ${what}`);
}

await runCommand(stop);
