import { ARCHIVE_LIMITS, MAX_FILE_BYTES, MAX_RECEIPT_BYTES } from '@cairn/shared-schema';

const MIB = 1024 * 1024;

/** What a bundle may hold: more is neither written nor read. Nothing in it is compressed, so nothing can grow. */
export const BUNDLE_LIMITS = {
  entries: 1_000_000,
  manifestBytes: 64 * MIB,
  signatureBytes: 1024,
  resultsBytes: 256 * MIB,
  /** The decoded output of one result, as a line. */
  rowBytes: 16 * MIB,
  /** Values of all results together, those in lists too: whoever audits holds them in memory. */
  values: 4_000_000,
  reducerBytes: MIB,
  receiptsBytes: 256 * MIB,
  receiptBytes: MAX_RECEIPT_BYTES,
  executableBytes: ARCHIVE_LIMITS.maxTotalBytes,
  inputBytes: MAX_FILE_BYTES.input,
  proofBytes: MAX_FILE_BYTES.proof,
} as const;
