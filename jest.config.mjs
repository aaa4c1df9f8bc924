const shared = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/tests/kept-modules.mjs',
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.jifen/'],
  setupFilesAfterEnv: ['<rootDir>/tests/every-test.ts'],
};

const kind = (displayName, testMatch, testPathIgnorePatterns = []) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: ['/node_modules/', ...testPathIgnorePatterns],
});

const needsServers = ['\\.int\\.test\\.tsx?$', '\\.workflow\\.test\\.ts$', '<rootDir>/tests/(journeys|faults|replay|stack)/'];

/** Journeys that move the demo's business time, or the deadlines of the whole county. */
const through = ['extension-for-all', 'month', 'supplement', 'earlier-months', 'next-year', 'quarter'].map(
  (name) => `tests/journeys/${name}.test.ts`,
);

/** One project for each kind of test; `--selectProjects unit` needs no server. */
export default {
  testSequencer: '<rootDir>/tests/in-order.mjs',
  projects: [
    kind('unit', ['**/*.test.ts', '**/*.test.tsx'], needsServers),
    kind('store', ['**/*.int.test.ts']),
    kind('workflow', ['**/*.workflow.test.ts', 'tests/replay/**/*.test.ts']),
    kind('stack', ['tests/stack/**/*.test.ts']),
    kind('screen', ['tests/journeys/screens.test.ts']),
    kind('months', through),
    kind('journey', ['tests/journeys/**/*.test.ts'], ['/screens\\.test\\.ts$', ...through.map((path) => `<rootDir>/${path}$`)]),
    kind('fault', ['tests/faults/**/*.test.ts']),
  ],
};
