// What the demo tells while it happens: one line for each event, with the seconds since the start.

/** Prints lines with the time since it was made. */
export class Story {
  #began = performance.now();

  /** Seconds since the demo began. */
  get seconds() {
    return (performance.now() - this.#began) / 1_000;
  }

  /**
   * @param {string} who whose line it is: `api`, `organization`, `donor A`, …
   * @param {string} what
   */
  tell(who, what) {
    const time = this.seconds.toFixed(1).padStart(6);
    for (const line of what.split('\n')) console.log(`${time} s  ${who.padEnd(12)}  ${line}`);
  }

  /** @param {string} title */
  chapter(title) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 70 - title.length))}\n`);
  }
}
