import { parseArgs } from 'node:util';

const OPTIONS = {
  stack: { type: 'string' },
  detach: { type: 'boolean', default: false },
  'servers-only': { type: 'boolean', default: false },
  'without-seed': { type: 'boolean', default: false },
  'for-tests': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  follow: { type: 'boolean', default: false },
};

/** Reads the command line of every command of this folder; the stack is `demo` unless named. */
export function readArguments(argv = process.argv.slice(2), environment = process.env) {
  const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  return {
    stack: values.stack ?? environment.JIFEN_STACK ?? 'demo',
    detach: values.detach,
    serversOnly: values['servers-only'],
    withoutSeed: values['without-seed'],
    forTests: values['for-tests'],
    json: values.json,
    follow: values.follow,
    rest: positionals,
  };
}

/** Runs a command's main function; an expected failure is one sentence and exit 1. */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const plain = error instanceof Error && error.expected === true;
    console.error(plain ? error.message : error);
    process.exitCode = 1;
  }
}

/** An error whose message is all that a person needs. */
export function sentence(message) {
  return Object.assign(new Error(message), { expected: true });
}
