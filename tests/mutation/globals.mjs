import { expect } from 'expect';

/** The tests that a file has declared so far; emptied before each mutant, because the file is loaded again. */
let collected = { before: [], tests: [], after: [] };

/** Replaces jest's module of this name as far as the tests of rules use it; anything else is missing and fails at once. */
export const it = Object.assign((name, run) => collected.tests.push({ name, run }), { each: forEachRow((name, run) => it(name, run)) });
export const describe = Object.assign((_name, inner) => inner(), { each: forEachRow((_name, inner) => inner()) });
export const beforeAll = (run) => collected.before.push(run);
export const afterAll = (run) => collected.after.push(run);
export { expect };

/** The tests declared by the file that `read` loads. */
export async function collect(read) {
  collected = { before: [], tests: [], after: [] };
  await read();
  return collected;
}

/** A row is the arguments of the test, or its only one. */
function forEachRow(say) {
  return (rows) => (name, run) => {
    for (const row of rows) say(name, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
}
