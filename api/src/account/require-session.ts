import type { OperationContext } from '../context/operation-context.js';
import { identify } from './identity.js';

/** Id of the session that asks, for operations that the access table keeps for sessions. */
export async function requireSessionId(ctx: OperationContext): Promise<string> {
  const { sessionId } = await identify(ctx);
  if (sessionId === undefined) throw new Error('An API token passed for a session.');
  return sessionId;
}
