import type { ARCHIVE_LIMITS } from '@cairn/shared-schema';

/** Bounds of what a program archive may hold; see ARCHIVE_LIMITS for their meaning. */
export type ArchiveLimits = { readonly [Key in keyof typeof ARCHIVE_LIMITS]: number };

/** Bounds of what any archive may hold. */
export type UnpackLimits = Omit<ArchiveLimits, 'maxManifestBytes' | 'maxReadmeBytes'>;
