import { ServerLimitsDocument } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import { checkFiles } from './check-files.js';
import { collectFiles } from './collect-files.js';
import { listGroups } from './list-groups.js';
import { planUpload, type UploadPlan } from './plan-upload.js';

/**
 * Reads all files that are meant, and finds out what is to be sent. Nothing is sent.
 * @param onChecked hears how many of them were read
 * @throws ClientError that names each file that is wrong
 */
export async function prepareInputs(
  { server, width, signal }: Pick<Workplace, 'server' | 'width' | 'signal'>,
  programId: string,
  paths: readonly string[],
  onChecked?: (checked: number, all: number) => void,
): Promise<UploadPlan> {
  const limits = (await server.call((api) => api.request(ServerLimitsDocument, {}))).serverInfo;
  const { maxInputBytes: maxBytes, maxInputArchiveBytes } = limits;
  const files = await checkFiles(await collectFiles(paths), { maxBytes, width, signal, onChecked });
  return planUpload(files, await listGroups(server, programId), maxInputArchiveBytes);
}
