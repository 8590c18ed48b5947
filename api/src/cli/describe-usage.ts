import { sanitizeForTerminal } from '@cairn/shared-schema';
import type { OrganizationUsage } from '../operator/organization-usage.js';

/** An organization on one line. */
export function describeUsage(usage: OrganizationUsage): string {
  const { id, username, suspendedAt, suspensionReason } = usage;
  const reason = suspensionReason === null ? '' : ` (${suspensionReason})`;
  const suspended = suspendedAt === null ? '' : `; suspended since ${suspendedAt.toISOString()}${reason}`;
  const storage = `${usage.storedBytes} of ${usage.storageQuota ?? 'unlimited'} bytes`;
  const executions = `donors' executions ${usage.executionBytes} of ${usage.executionQuota ?? 'unlimited'} bytes`;
  const groups = `${usage.inputGroups} of ${usage.groupQuota ?? 'unlimited'} input groups`;
  return sanitizeForTerminal(`${id}  ${username}: ${storage}, ${executions}, ${groups}${suspended}`);
}
