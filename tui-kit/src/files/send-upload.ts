import { isRefusal } from '../errors/server-refused-error.js';
import type { ServerAddress } from '../graphql/server-address.js';
import { isTransient, type RetryOptions, retryTransient } from '../retry/retry-transient.js';
import { sendRest } from './send-rest.js';
import { CORRUPT, stillBeingSent } from './upload-errors.js';

/** An upload as the server tells of it. */
export interface BegunUpload {
  readonly id: string;
  /** Bytes that the server has. */
  readonly offset: number;
  readonly complete: boolean;
  /** Whether the server would refuse more now. */
  readonly beingSent: boolean;
  /** Where the rest goes. */
  readonly url?: string | null;
}

export interface UploadRequest extends RetryOptions {
  readonly address: ServerAddress;
  readonly path: string;
  /** Begins the upload, or asks how far it is. */
  readonly begin: () => Promise<BegunUpload>;
  /** How long nothing may move, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Sends a file piece by piece: asks how far the server is before each try, and sends what it lacks. It goes on for as long as
 * the tries get further; what came changed is sent from the beginning, once.
 * @returns the id under which the upload is handed in
 * @throws what `begin` throws; ServerRefusedError, ServerUnreachableError
 */
export async function sendUpload(request: UploadRequest): Promise<string> {
  let corrupt = false;
  for (let before = -1; ; ) {
    let reached = before;
    const round = async (): Promise<string> => {
      const upload = await request.begin();
      reached = upload.offset;
      await sendWhatLacks(request, upload);
      return upload.id;
    };
    try {
      return await retryTransient(round, request);
    } catch (error) {
      const changed: boolean = !corrupt && isRefusal(error, CORRUPT);
      if (!changed && !(isTransient(error) && reached > before)) throw error;
      corrupt ||= changed;
      before = changed ? -1 : reached;
    }
  }
}

async function sendWhatLacks(
  request: UploadRequest,
  { complete, beingSent, offset, url }: BegunUpload,
): Promise<void> {
  if (complete) return;
  // Its bytes would be on their way before the refusal came back.
  if (beingSent) throw stillBeingSent();
  await sendRest({ ...request, offset, url: url ?? '' });
}
