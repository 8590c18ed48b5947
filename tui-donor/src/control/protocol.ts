import { z } from 'zod';
import type { DonorEvent } from '../events/donor-event.js';
import type { DonorStatus } from '../session/donor-status.js';
import type { ShownSetting } from '../settings/show-settings.js';

/** Version of the protocol. What is only added to it leaves it as it is. */
export const PROTOCOL = 1;

/** Bytes of the longest request. */
export const LONGEST_REQUEST = 4096;

/** Bytes of the longest line that a donor writes: an event may carry what a program printed. */
export const LONGEST_ANSWER = 8 * 1024 * 1024;

/** A month: the longest snooze, in seconds. */
export const LONGEST_SNOOZE = 30 * 24 * 3600;

const head = { cairn: z.literal(PROTOCOL), id: z.string().max(64) };

/** What can be asked of a running donor, one JSON object in a line. */
export const requestSchema = z.discriminatedUnion('do', [
  z.strictObject({
    ...head,
    do: z.enum(['status', 'pause', 'resume', 'finish', 'config', 'reload', 'follow']),
  }),
  z.strictObject({ ...head, do: z.literal('snooze'), seconds: z.number().min(1).max(LONGEST_SNOOZE) }),
  z.strictObject({ ...head, do: z.literal('cap'), cpus: z.number().positive().nullable() }),
]);

export type ControlRequest = z.infer<typeof requestSchema>;

/** What each of them is answered with. */
export interface ControlAnswers {
  readonly status: DonorStatus;
  readonly pause: DonorStatus;
  readonly resume: DonorStatus;
  readonly finish: DonorStatus;
  readonly snooze: DonorStatus;
  readonly cap: DonorStatus;
  /** The status of now; each event follows as a line of its own. */
  readonly follow: DonorStatus;
  readonly config: readonly ShownSetting[];
  readonly reload: readonly ShownSetting[];
}

/** An error as it goes over the socket. */
export interface ControlError {
  readonly code: string;
  readonly message: string;
  readonly expected?: string | undefined;
  readonly help?: string | undefined;
}

/** What a donor writes, one JSON object in a line: first a greeting, then answers and events. */
export type ControlLine =
  | { readonly cairn: number; readonly pid: number }
  | { readonly id: string; readonly ok: unknown }
  | { readonly id: string | null; readonly error: ControlError }
  | { readonly time: string; readonly event: DonorEvent };
