/** What was measured at one moment. What this machine cannot tell is undefined, and then no rule pauses for it. */
export interface Sample {
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number;
  /** Milliseconds since 1970, for snoozes. */
  readonly time: number;
  /** Minutes since Monday 0:00, local time. */
  readonly minuteOfWeek: number;
  /** CPUs that other programs used since the sample before. */
  readonly otherCpus?: number | undefined;
  /** Bytes that programs can still get. */
  readonly freeMemory?: number | undefined;
  /** Bytes of memory that our own prover has. */
  readonly ownMemory?: number | undefined;
  readonly onBattery?: boolean | undefined;
  /** What is left of the battery, 0 to 1. */
  readonly charge?: number | undefined;
  /** Seconds since power and temperature were measured: it takes some machines long to tell. */
  readonly supplyAge?: number | undefined;
  /** Of the hottest part of the processor, in °C. */
  readonly temperature?: number | undefined;
  /** Whether the system slows the processor down because of its heat, where it tells that and no temperature. */
  readonly throttled?: boolean | undefined;
  /** Seconds since somebody touched the machine. */
  readonly idleSeconds?: number | undefined;
  /** Which of the programs asked for are running. */
  readonly running?: readonly string[] | undefined;
}
