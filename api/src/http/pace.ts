/** The least that a peer must move while something waits for it. */
export interface Pace {
  /** 0 where there is no least. */
  readonly bytesPerSecond: number;
  /** It may be behind by what it should have moved in so many seconds. */
  readonly seconds: number;
}

/** How far one peer is behind its pace. */
export class Arrears {
  #bytes = 0;

  /** @param moved - bytes that it has moved so far. */
  constructor(
    private readonly pace: Pace,
    private moved: number,
  ) {}

  /**
   * To be asked at regular times. Where nothing is due the peer has caught up.
   * @param moved - bytes that it has moved by now.
   * @param seconds - since the last time.
   * @returns whether it is further behind than it may be.
   */
  isTooSlow(moved: number, isDue: boolean, seconds: number): boolean {
    const { bytesPerSecond, seconds: patience } = this.pace;
    const owed = this.#bytes + bytesPerSecond * seconds - (moved - this.moved);
    this.moved = moved;
    this.#bytes = isDue ? Math.max(0, owed) : 0;
    return this.#bytes > bytesPerSecond * patience;
  }
}
