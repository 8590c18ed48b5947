import { DomainError, type ErrorCode, isDomainError } from '@cairn/shared-schema';
import type { OwnerLevel } from '../access/access-table.js';
import type { OperationContext } from '../context/operation-context.js';
import { type Identity, identify } from './identity.js';
import type { Organization } from './organization.entity.js';

/**
 * The organization that the request comes from.
 * @param level - what the access table asks for: a session, or a session or an API token with this scope.
 * @throws DomainError INVALID_TOKEN or BAD_BASE_64_ENCODING when there is none; FORBIDDEN when its API token does not
 * allow this.
 */
export async function requireOwner(ctx: OperationContext, level: OwnerLevel): Promise<Organization> {
  const identity = await identify(ctx);
  if (!allows(identity, level)) throw notAllowed(identity, level);
  return identity.organization;
}

/** The organization that the request comes from, or null when it has no token that holds. */
export async function findOwner(ctx: OperationContext): Promise<Organization | null> {
  return (await findIdentity(ctx))?.organization ?? null;
}

/** The organization that the request comes from, when it may also read its own proofs and files; else null. */
export async function findReader(ctx: OperationContext): Promise<Organization | null> {
  const identity = await findIdentity(ctx);
  return identity !== null && allows(identity, 'proofs:read') ? identity.organization : null;
}

/** The token does not hold, or its organization is suspended. */
const NOBODY: ReadonlySet<ErrorCode> = new Set(['INVALID_TOKEN', 'BAD_BASE_64_ENCODING', 'FORBIDDEN']);

async function findIdentity(ctx: OperationContext): Promise<Identity | null> {
  if (ctx.caller.ownerToken === undefined) return null;
  try {
    return await identify(ctx);
  } catch (error) {
    if (isDomainError(error) && NOBODY.has(error.code)) return null;
    throw error;
  }
}

function allows({ scopes }: Identity, level: OwnerLevel): boolean {
  return scopes === 'all' || (level !== 'session' && scopes.has(level));
}

function notAllowed({ scopes }: Identity, level: OwnerLevel): DomainError {
  const found = scopes === 'all' ? 'a session' : `an API token for ${[...scopes].join(', ')}`;
  const expected = level === 'session' ? 'a session' : `a session or an API token for ${level}`;
  return new DomainError('FORBIDDEN', `This needs ${expected}, and the request carries ${found}.`, {
    help:
      level === 'session' ? 'Log in and send the basic token.' : `Make an API token with the scope ${level}.`,
    details: { found, expected },
  });
}
