import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClientError } from '@cairn/tui-kit';
import { ControlClient } from '../../control/control-client.js';
import type { Finding, Patient } from '../finding.js';

/** Whether the donor can keep its place, and whether one is at work there. */
export async function checkDataDir({ dataDir }: Pick<Patient, 'dataDir'>): Promise<Finding> {
  const check = 'data folder';
  const problem = (found: string): Finding => ({
    check,
    verdict: 'problem',
    found,
    help: 'give it to this user, or name another with --data-dir DIR',
  });
  const there = nearest(dataDir);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch {
    return problem(`${there} cannot be written to`);
  }
  if (!statSync(there).isDirectory()) return problem(`${there} is no folder`);
  return { check, verdict: 'good', found: `${dataDir}; ${await whoWorks(dataDir)}` };
}

/** The folder itself, or the nearest above it that is there. */
function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path));
}

async function whoWorks(dataDir: string): Promise<string> {
  try {
    using donor = await ControlClient.connect(dataDir);
    const { pid, state } = await donor.ask('status');
    return `a donor is at work there (process ${pid}, ${state})`;
  } catch (error) {
    if (error instanceof ClientError) return 'no donor is running';
    throw error;
  }
}
