import { isRefusal } from '@cairn/tui-kit';

/** Whether the server has no use for what was sent ahead, as after a restore: it is gone, not whole any more, or damaged there. */
export function isUploadLost(error: unknown): boolean {
  if (isRefusal(error, 'UPLOAD_NOT_FOUND', 'INVALID_STATE')) return true;
  return isRefusal(error, 'INVALID_REQUEST') && error.extensions.field === 'sha256';
}
