/** Attempts at once of one process. */
const IN_ALL = 64;

/** Attempts at once for one organization: who has thousands of hooks that do not answer holds up itself alone. */
const OF_ONE = 4;

/** What of the attempts that may be made at once is still free, and for whom. */
export class Room {
  readonly #taken = new Map<string, number>();

  /** How many more may begin. */
  get inAll(): number {
    let taken = 0;
    for (const count of this.#taken.values()) taken += count;
    return IN_ALL - taken;
  }

  /** Organizations for which no more may begin now. */
  get full(): string[] {
    return [...this.#taken].filter(([, count]) => count >= OF_ONE).map(([organization]) => organization);
  }

  /** Takes a place for one attempt, where there is one. */
  takes(organization: string): boolean {
    const taken = this.#taken.get(organization) ?? 0;
    if (taken >= OF_ONE || this.inAll === 0) return false;
    this.#taken.set(organization, taken + 1);
    return true;
  }

  /** Gives the place back. */
  leave(organization: string): void {
    const left = (this.#taken.get(organization) ?? 1) - 1;
    if (left === 0) this.#taken.delete(organization);
    else this.#taken.set(organization, left);
  }
}
