import { expect } from 'expect';

/** What a test file has said so far; it is read again for every mutant, so this is emptied before. */
let collected = { before: [], tests: [], after: [] };

/** Stands in for jest's own module of this name, as far as tests of rules use it; whatever else they ask for is not there and fails at once. */
export const it = Object.assign((name, run) => collected.tests.push({ name, run }), { each: forEachRow((name, run) => it(name, run)) });
export const describe = Object.assign((_name, inner) => inner(), { each: forEachRow((_name, inner) => inner()) });
export const beforeAll = (run) => collected.before.push(run);
export const afterAll = (run) => collected.after.push(run);
export { expect };

/** What the file says that `read` reads. */
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
