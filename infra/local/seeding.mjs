import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenNode } from './bootstrap/node.mjs';
import { run } from './bootstrap/run.mjs';
import { inCheckout } from './bootstrap/settings.mjs';
import { hostVariables, stackAddresses } from './supervise/addresses.mjs';
import { callerVariables, sharedVariables } from './supervise/service-entries.mjs';

const SEED = 'infra/demo/dist/seed.js';

/** Fills a new stack with the demo county; returns the table of its accounts, on the first start only. */
export async function seedOnce({ stack, choices, report }) {
  const stamp = join(stack.dataDir, 'seeded');
  if (existsSync(stamp)) return `The demo accounts are in ${accountsFile(stack)}`;
  if (!existsSync(inCheckout(SEED))) {
    report.say('Demo county: not built');
    return undefined;
  }
  const addresses = stackAddresses({ stack, choices });
  const env = {
    ...hostVariables(),
    ...hostVariables(['DEMO_COUNTY']),
    ...sharedVariables({ stack, addresses }),
    ...callerVariables(stack, 'seed'),
  };
  const log = join(stack.logsDir, 'start-seed.log');
  const output = await report.step('Filling in the demo county', () =>
    run(chosenNode(), [inCheckout(SEED)], { log, env, title: 'seed', answerIsSecret: true }),
  );
  const { accounts } = JSON.parse(output.slice(output.indexOf('{')));
  writeFileSync(accountsFile(stack), JSON.stringify({ accounts }, null, 1), { mode: 0o600 });
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return accountTable(JSON.parse(readFileSync(accountsFile(stack), 'utf8')).accounts);
}

/** The accounts as lines, padded by the width of characters on a terminal. */
export function accountTable(accounts) {
  const rows = accounts.map(({ post, name, signInName, password }) => [post, name, signInName, password]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
  const padded = (row) => row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))).join('  ');
  return rows.map((row) => `  ${padded(row).trimEnd()}`).join('\n');
}

/** A Chinese character takes two columns. */
function displayWidth(text) {
  return [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}

const accountsFile = (stack) => join(stack.dataDir, 'demo-accounts.json');
