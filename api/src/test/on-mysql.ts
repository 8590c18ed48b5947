import { needsService } from './services.js';
import { dropTestDatabases } from './test-database.js';

/** Runs before each test file that is run on MySQL. */
needsService('mysql');
afterAll(dropTestDatabases);
