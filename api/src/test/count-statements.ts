import { jest } from '@jest/globals';
import type { TestServer } from './test-server.js';

/** How many statements a server's database is sent while this runs. */
export async function countStatements(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  const execute = jest.spyOn(server.app.server.database.em.getConnection(), 'execute');
  try {
    await work();
    return execute.mock.calls.length;
  } finally {
    execute.mockRestore();
  }
}
