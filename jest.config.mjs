import { join } from 'node:path';
import { findServices } from './scripts/jest/services.mjs';

/** TypeScript through swc, ES modules, workspaces resolved to their sources. */
const project = {
  testEnvironment: './scripts/jest/one-realm-environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'import', 'default'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

/** Parts of the API that know nothing of the database, or whose tests are about something else. */
const NO_DATABASE = [
  'archive',
  'concurrency',
  'config',
  'events',
  'files',
  'prover',
  'graphql',
  'http',
  'metrics',
  'rate-limit',
  'spans',
  'rest/contract',
  'rest/docs-page',
  'rest/openapi',
  'rest/uploads',
];

/**
 * Every test once, and those of the API a second time on MySQL.
 * @returns {Promise<import('jest').Config>}
 */
export default async function config() {
  process.env.CAIRN_SERVICES = JSON.stringify(await findServices());
  // What proofs of tests, many at once, teach of the machine is not for its user.
  process.env.XDG_CACHE_HOME = join(import.meta.dirname, 'prover', 'target', 'test-cache');
  return {
    testTimeout: 30_000,
    // Modules of a finished file are never freed: a worker that has grown so much is replaced by a fresh one.
    workerIdleMemoryLimit: '1GB',
    // What a test leaves open keeps its worker for ever; a busy machine only keeps it for seconds.
    workerGracefulExitTimeout: 20_000,
    // Tests wait for servers, provers and databases more than they compute.
    maxWorkers: '100%',
    reporters: ['default', './scripts/jest/skips-reporter.mjs'],
    projects: [
      { ...project, displayName: 'sqlite' },
      {
        ...project,
        displayName: 'mysql',
        testMatch: ['<rootDir>/api/src/**/*.test.ts'],
        testPathIgnorePatterns: [
          ...project.testPathIgnorePatterns,
          ...NO_DATABASE.map((folder) => `<rootDir>/api/src/${folder}/`),
        ],
        globals: { CAIRN_TEST_DATABASE: 'mysql' },
        setupFilesAfterEnv: ['<rootDir>/api/src/test/on-mysql.ts'],
      },
    ],
  };
}
