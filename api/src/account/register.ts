import {
  DESCRIPTION_RULE,
  DomainError,
  nameKey,
  USERNAME_RULE,
  validateName,
  validateText,
} from '@cairn/shared-schema';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { newId } from '../database/new-id.js';
import { requireOpenRegistration } from '../operator/registration.js';
import { Organization } from './organization.entity.js';
import type { Session } from './session.types.js';
import { startSession } from './start-session.js';
import { validatePassword } from './validate-password.js';

/** A new account. */
export interface Registration {
  username: string;
  password: string;
  /** Public name of the organization. */
  name: string;
  description: string;
}

/**
 * Makes an account and logs it in.
 * @throws DomainError INVALID_REQUEST naming the field; USERNAME_ALREADY_EXISTS; FORBIDDEN while registration is closed.
 */
export const register = publicOperation(
  'register',
  async (ctx: OperationContext, input: Registration): Promise<Session> => {
    await requireOpenRegistration(ctx.em);
    const username = validateText(input.username, 'username', USERNAME_RULE);
    const name = validateName(input.name);
    const description = validateText(input.description, 'description', DESCRIPTION_RULE);
    const passwordHash = await ctx.passwords.hash(validatePassword(input.password));
    const now = await ctx.clock.now(ctx.em);
    const organization = ctx.em.create(Organization, {
      id: newId(now),
      username,
      usernameKey: nameKey(username),
      passwordHash,
      name,
      nameKey: nameKey(name),
      description,
      createdAt: now,
      suspendedAt: null,
      suspensionReason: null,
      storageQuota: null,
      executionQuota: null,
      groupQuota: null,
      storedBytes: 0,
      executionBytes: 0,
      groupCount: 0,
    });
    try {
      await ctx.em.flush();
    } catch (error) {
      throw error instanceof UniqueConstraintViolationException ? usernameTaken(username, error) : error;
    }
    return startSession(ctx, organization, now);
  },
);

function usernameTaken(username: string, cause: unknown): DomainError {
  return new DomainError('USERNAME_ALREADY_EXISTS', `The user name ${JSON.stringify(username)} is taken.`, {
    help: 'Choose another one, or log in if the account is yours.',
    cause,
  });
}
