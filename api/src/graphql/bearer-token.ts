/** The token of `authorization: Bearer TOKEN`, a header or a parameter of a connection; undefined without one. */
export function bearerToken(header: unknown): string | undefined {
  return /^Bearer +(\S+) *$/iu.exec(typeof header === 'string' ? header : '')?.[1];
}
