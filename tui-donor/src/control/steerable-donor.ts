import type { EventListener } from '../events/donor-event.js';
import type { DonorStatus } from '../session/donor-status.js';
import type { DonorSettings } from '../settings/donor-settings.js';

/** What can be done to a donor at work, from this process or through its socket. */
export interface SteerableDonor {
  /** Where it keeps its place, and listens. */
  readonly dataDir: string;
  readonly settings: DonorSettings;
  readonly events: {
    /** @returns what ends it */
    follow(listener: EventListener): () => void;
  };
  status(): DonorStatus;
  /** Pauses until `resume`, or the end of this client. Of this and a snooze the last one holds. */
  pause(): void;
  /** Ends a pause and a snooze. What else speaks against working still does. */
  resume(): void;
  /** Pauses for so many seconds. */
  snooze(seconds: number): void;
  /** Caps the CPUs for the moment, on a machine in use and on an idle one; null for what the settings say. */
  cap(cpus: number | null): void;
  /** Ends after the piece of work in hand; without one at once. */
  finish(): void;
  /**
   * Reads the settings anew and takes up at once what can be.
   * @throws UsageError for what cannot be used; then all stays as it was
   */
  reload(): Promise<void>;
}
