/** Who sent a request, as far as the request itself says. */
export interface Caller {
  /** The sender's network address, without a port. */
  readonly address: string;
  /** The basic or API token as it was sent (REST: header `token`, GraphQL: `authorization: Bearer`), not yet checked. */
  readonly basicToken: string | undefined;
  /** Set by the operator's command alone: no face of the server makes such a caller. */
  readonly operator?: true;
}
