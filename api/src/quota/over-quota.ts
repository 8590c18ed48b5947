import { DomainError } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import type { UsageChange } from './change-usage.js';
import type { EffectiveQuotas } from './effective-quotas.js';

type Usage = Pick<Organization, 'storedBytes' | 'executionBytes' | 'groupCount'>;

const OWNER = 'Its owner can delete what is no longer needed, or ask the operator of the server for more.';
const DONOR =
  'Execute and prove in one piece of work: a proof is always taken. Or try again later: executions go when their proof is confirmed, and those that nobody proves go by themselves.';

/** The quota that an organization would pass with this; undefined when there is room. Less is always allowed. */
export function overQuota(
  { storedBytes, executionBytes, groupCount }: Usage,
  wanted: UsageChange,
  quotas: EffectiveQuotas,
): DomainError | undefined {
  const { bytes = 0, groups = 0 } = wanted;
  const donated = wanted.executionBytes ?? 0;
  if (passes(groups, groupCount, quotas.inputGroups))
    return over(`${groupCount + groups} input groups`, quotas.inputGroups, OWNER);
  if (passes(bytes, storedBytes, quotas.storageBytes))
    return over(`${storedBytes + bytes} bytes stored`, quotas.storageBytes, OWNER);
  if (passes(donated, executionBytes, quotas.executionBytes))
    return over(`${executionBytes + donated} bytes of donors' executions`, quotas.executionBytes, DONOR);
  return undefined;
}

function passes(more: number, has: number, quota: number | undefined): boolean {
  return more > 0 && quota !== undefined && has + more > quota;
}

function over(found: string, quota: number | undefined, help: string): DomainError {
  const expected = `at most ${quota}`;
  return new DomainError('INVALID_STATE', `The organization would have ${found}, and may have ${expected}.`, {
    help,
    details: { found, expected },
  });
}
