const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
};

/** What a worker has loaded for one spec is there for the next. */
const server = {
  ...base,
  testEnvironment: '<rootDir>/test/support/jest/one-realm-environment.mjs',
  runtime: '<rootDir>/test/support/jest/one-realm-runtime.mjs',
};
const onPostgres = { ...server, globalSetup: '<rootDir>/test/support/global-setup.ts', globalTeardown: '<rootDir>/test/support/global-teardown.ts' };

/** Unit specs are pure; medium and journey specs share one PostgreSQL cluster for the whole run. */
export default {
  projects: [
    { ...server, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/web/src/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
  // For what hangs: a machine three times as slow passes as well.
  testTimeout: 180_000,
  // Modules of a test file are never quite let go of, and a large heap makes every later file slower: a worker starts anew in time.
  workerIdleMemoryLimit: '1GB',
};
