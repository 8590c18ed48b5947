import { ClientError, formatDuration } from '@cairn/tui-kit';
import { DonorApi } from '../../server/donor-api.js';
import type { Finding, Patient } from '../finding.js';

/** Whether a Cairn server answers. */
export async function checkServer({ serverUrl, signal }: Patient): Promise<Finding> {
  const check = 'server';
  const began = performance.now();
  try {
    await new DonorApi({ serverUrl, retry: { attempts: 1 } }).limits(false, signal);
  } catch (error) {
    if (!(error instanceof ClientError) || signal.aborted) throw error;
    const help =
      'check the address, `cairn-donor config`, and that the server is running; change it with `cairn-donor config set program_distributor_url URL`';
    return { check, verdict: 'problem', found: error.message, help };
  }
  return {
    check,
    verdict: 'good',
    found: `${serverUrl} answered in ${formatDuration((performance.now() - began) / 1000)}`,
  };
}
