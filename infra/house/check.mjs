import { run } from './run.mjs';

const bin = (name, program) => `node_modules/${name}/bin/${program}`;
const biome = bin('@biomejs/biome', 'biome');

/** `npm run check`, the same here and in CI. `npm run check -- types imports` runs only those checks. */
const all = [
  ['lint', [biome, 'check', '.']],
  ['types', ['infra/house/types.mjs']],
  ['imports', [bin('dependency-cruiser', 'dependency-cruiser.mjs'), 'packages', 'services', 'workflows', 'infra', 'tests/simulation']],
  ['stairs', ['infra/house/stairs.mjs']],
  ['unused', [bin('knip', 'knip.js'), '--no-progress']],
  ['ceilings', [biome, 'lint', '--config-path', 'infra/house/house-rules.biome.json', '--diagnostic-level=error', '.']],
  ['unit', [bin('jest', 'jest.js'), '--selectProjects', 'unit']],
];

const named = process.argv.slice(2);
const parts = named.length > 0 ? all.filter(([name]) => named.includes(name)) : all;

const startedAt = performance.now();
const failed = [];
for (const [name, command] of parts) {
  const { ok, output, seconds } = await run(command);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1)} s`);
  if (!ok) failed.push({ name, output });
}
for (const { name, output } of failed) console.log(`\n── ${name}\n${output}`);
console.log(
  `${failed.length === 0 ? 'All is well' : `${failed.length} of ${parts.length} failed`} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
