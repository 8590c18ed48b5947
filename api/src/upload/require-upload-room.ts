import type { EntityManager } from '@mikro-orm/sql';
import type { Organization } from '../account/organization.entity.js';
import type { Config } from '../config/config.js';
import { effectiveQuotas } from '../quota/effective-quotas.js';
import { overQuota } from '../quota/over-quota.js';
import { rateLimited } from '../rate-limit/rate-limited.js';
import { ResumableUpload } from './resumable-upload.entity.js';

const COME_AGAIN_MS = 60_000;

/** What one network has announced and not yet handed in, in executions of the largest size. */
const LARGEST_OF_NETWORK = 4;

/**
 * Looks whether there is room for one upload more, inside a transaction that holds the donor's lock and the organization's
 * row: what is announced of executions counts as if it had come, together with those that are stored, until
 * its lease has ended. One network holds no more of that room than few of the largest executions take.
 * @throws DomainError RATE_LIMITED, INVALID_STATE
 */
export async function requireUploadRoom(
  em: EntityManager,
  organization: Organization,
  { kind, addressHash, size }: Pick<ResumableUpload, 'kind' | 'addressHash' | 'size'>,
  limits: Config['limits'],
  now: Date,
): Promise<void> {
  const underWay = { state: { $ne: 'USED' as const }, expiresAt: { $gt: now } };
  const most = limits.leasesPerAddress;
  const own = await em.find(ResumableUpload, { ...underWay, addressHash }, { fields: ['size'] });
  if (own.length >= most)
    throw rateLimited(`${most} uploads of your address are under way, the most it may have`, COME_AGAIN_MS);
  const mostBytes = LARGEST_OF_NETWORK * limits.executionBytes;
  if (bytesOf(own) + size > mostBytes)
    throw rateLimited(
      `Your address has uploads of ${bytesOf(own)} bytes under way, and may have ${mostBytes}`,
      COME_AGAIN_MS,
    );
  if (kind !== 'EXECUTION') return;
  const theirs = { inputGroup: { program: { organization: organization.id } } };
  const held = await em.find(
    ResumableUpload,
    { ...underWay, kind, reservation: theirs },
    { fields: ['size'] },
  );
  const executionBytes = bytesOf(held) + size;
  const refusal = overQuota(organization, { executionBytes }, effectiveQuotas(limits, organization));
  if (refusal !== undefined) throw refusal;
}

function bytesOf(uploads: readonly Pick<ResumableUpload, 'size'>[]): number {
  return uploads.reduce((sum, { size }) => sum + size, 0);
}
