/** Who sent a request, as far as the request itself says. */
export interface Caller {
  /** The sender's network address, without a port. */
  readonly address: string;
  /** A session's basic token or an API token, as it was sent (REST: header `token`, GraphQL: `authorization: Bearer`), not yet checked. */
  readonly ownerToken: string | undefined;
  /** Set by the operator's command alone: no face of the server makes such a caller. */
  readonly operator?: true;
}
