/** A reservation lasts between a minute and thirty days (the REST contract's `execution_timeout`). */
export const LEASE_SECONDS = { min: 60, max: 30 * 24 * 3600 } as const;

/** Elements on one page of a list, in GraphQL (`first`) and REST (`limit`). */
export const PAGE_SIZE = { min: 1, max: 50, default: 20 } as const;

/** Values in one input group. It is `cairn-prover` that holds files against it (`MAX_VALUES` in `prover/src/csv`). */
export const MAX_INPUT_VALUES = 2 ** 20;

/** Input groups in one upload request, each as a file of its own. */
export const MAX_INPUT_GROUPS_PER_UPLOAD = 100;

/** Characters of the key with which a client makes a reservation idempotent. */
export const CLIENT_KEY_LENGTH = { min: 16, max: 128 } as const;

const MIB = 1024 * 1024;

/** The largest files a server takes unless it is configured otherwise, in bytes. */
export const MAX_FILE_BYTES = {
  archive: 16 * MIB,
  input: 96 * MIB,
  inputArchive: 256 * MIB,
  execution: 2048 * MIB,
  proof: 64 * MIB,
} as const;

/** A GraphQL answer is at most so long, in bytes of JSON. */
export const MAX_ANSWER_BYTES = 16 * MIB;

/** What an unpacked program archive may hold. */
export const ARCHIVE_LIMITS = {
  maxEntries: 2_000,
  maxTotalBytes: 64 * MIB,
  maxFileBytes: 32 * MIB,
  /** Unpacked bytes for each packed one; Cairo sources compress about five times. */
  maxRatio: 100,
  maxPathLength: 255,
  maxDepth: 16,
  maxReadmeBytes: 64 * 1024,
  maxManifestBytes: 64 * 1024,
} as const;

/** What an unpacked archive of input groups may hold; each file is bounded as an input is. */
export const INPUT_ARCHIVE_LIMITS = {
  maxEntries: 10_000,
  maxTotalBytes: 1024 * MIB,
  /** Digits compress two to five times, the same row over and over much more. */
  maxRatio: 100,
  maxPathLength: 255,
  maxDepth: 16,
} as const;

/** The longest a signed link lives. */
export const MAX_SIGNED_URL_SECONDS = 300;
