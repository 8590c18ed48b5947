/** The token of an `authorization: Bearer TOKEN` header; undefined without one. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/iu.exec(header ?? '')?.[1];
}
