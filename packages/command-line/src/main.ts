import { writeSync } from 'node:fs';
import { jifen } from './jifen.ts';

const write = (descriptor: 1 | 2, lines: readonly string[]) => {
  if (lines.length > 0) writeSync(descriptor, `${lines.join('\n')}\n`);
};

const { exitCode, output, errors } = jifen(process.argv.slice(2));
write(1, output);
write(2, errors);
process.exitCode = exitCode;
