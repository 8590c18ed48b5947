import type { OperationContext } from '../../../context/operation-context.js';
import type { TestServer } from '../../../test/test-server.js';
import { login } from '../../login.js';
import type { Session } from '../../session.types.js';
import { listSessions } from '../list-sessions.js';
import { revokeOtherSessions } from '../revoke-other-sessions.js';
import { revokeSession } from '../revoke-session.js';
import { sessionHandle } from '../session-handle.js';

/** Whose sessions the tries are about. */
interface At {
  readonly server: TestServer;
  readonly session: Session;
}

/** Another session of the world's own organization, as it is listed. */
async function anotherSession({ server, session }: At): Promise<string> {
  const { username } = session.organization;
  const { refreshToken } = await login(server.context(), { username, password: 'correct horse' });
  return sessionHandle(refreshToken.id);
}

/** Each operation on sessions called by somebody, for the test of the access table. */
export const SESSION_TRIES = {
  sessions: (ctx: OperationContext) => listSessions(ctx, {}),
  revokeSession: async (ctx: OperationContext, _caller: unknown, at: At) =>
    revokeSession(ctx, { id: await anotherSession(at) }),
  revokeOtherSessions: (ctx: OperationContext) => revokeOtherSessions(ctx, {}),
};
