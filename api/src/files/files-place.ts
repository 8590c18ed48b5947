import type { S3Place } from './s3/s3-place.js';

/** Where uploaded files are kept: in a folder of the data folder, or in a bucket. */
export type FilesPlace = { readonly kind: 'disk' } | S3Place;
