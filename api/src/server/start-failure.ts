import { ConfigError } from '../config/config-error.js';

/** What an operator reads when the server does not start: what to mend, or, for a defect, everything. */
export function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return `cairn-api: ${error.message}`;
  return `cairn-api could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
