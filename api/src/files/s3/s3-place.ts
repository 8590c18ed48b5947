/** A bucket of Amazon's S3 or of another store that speaks its protocol. */
export interface S3Place {
  readonly kind: 's3';
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** URL of another store; Amazon's own is found by the region. */
  readonly endpoint?: string;
}
