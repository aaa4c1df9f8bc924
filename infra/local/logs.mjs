import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, runCommand, sentence } from './bootstrap/arguments.mjs';
import { lastLines } from './bootstrap/run.mjs';
import { stackNamed } from './bootstrap/settings.mjs';

const SHOWN = 40;

/** `npm run logs -- [NAME…] [--follow]`: the end of the logs; without a name, the names. */
function logs() {
  const { stack: name, rest, follow } = readArguments();
  const { logsDir } = stackNamed(name);
  const known = list(logsDir);
  const unknown = rest.find((each) => !known.includes(each));
  if (unknown) throw sentence(`There is no log ${unknown}, only ${known.join(', ') || 'none yet'}.`);
  if (rest.length === 0) return console.log(known.join('\n'));
  const files = rest.map((each) => join(logsDir, `${each}.log`));
  if (follow)
    return new Promise((resolve) => spawn('tail', ['-n', String(SHOWN), '-F', ...files], { stdio: 'inherit' }).on('exit', resolve));
  for (const file of files) console.log(`==> ${file}\n${lastLines(file, SHOWN)}`);
}

function list(folder) {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.log'))
      .map((file) => file.slice(0, -'.log'.length));
  } catch {
    return [];
  }
}

await runCommand(logs);
