const rules = 'packages/domain/src';
const folders = (process.env.MUTATE ?? 'points,schemes,evaluation').split(',');

/** Changes every line of the rules in turn; some test has to notice: `npm run test:mutation`, see docs/mutation.md. */
export default {
  mutate: [...folders.map((folder) => `${rules}/${folder}/**/*.ts`), `!${rules}/**/*.test.ts`, `!${rules}/**/*.builders.ts`],
  plugins: [new URL('runner.mjs', import.meta.url).href],
  testRunner: 'kept-rules',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 15_000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: '.jifen/mutation/incremental.json',
  tempDirName: '.jifen/mutation/copy',
  ignorePatterns: ['/services', '/workflows', '/infra', '/tests', 'dist', '.jifen'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.jifen/mutation/report.json' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowConsoleColors: false,
};
