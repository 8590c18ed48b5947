import { DomainError } from '@cairn/shared-schema';
import type { Organization } from './organization.entity.js';

/**
 * Lets organizations through that the operator has not suspended.
 * @throws DomainError FORBIDDEN with the operator's reason
 */
export function requireNotSuspended({ suspendedAt, suspensionReason }: Organization): void {
  if (suspendedAt === null) return;
  const reason = suspensionReason === null ? '' : ` The reason: ${suspensionReason}`;
  throw new DomainError(
    'FORBIDDEN',
    `The operator of this server has suspended your organization.${reason}`,
    { help: 'Write to the operator; nothing of what you have published was deleted.' },
  );
}
