/** Slows down guessing of passwords. */
export interface LoginGuard {
  /** @throws DomainError RATE_LIMITED after too many failures for this address and account. */
  check(address: string, usernameKey: string): void;
  failed(address: string, usernameKey: string): void;
  succeeded(address: string, usernameKey: string): void;
}
