import { UnexpectedAnswerError } from '@cairn/tui-kit';
import { z } from 'zod';

const token = z.object({ id: z.string(), token: z.string(), expiresAt: z.string() });

export const session = z.object({
  username: z.string(),
  organization: z.object({ id: z.string(), name: z.string() }),
  basicToken: token,
  refreshToken: token,
});

/** A signed-in organization at one server: the short-lived token, and the one that renews it. */
export type Session = z.infer<typeof session>;

/**
 * Checks what a server answered, so that nothing is kept that could not be read again.
 * @throws UnexpectedAnswerError that names the first field that is wrong
 */
export function checkSession(found: unknown, url: string): Session {
  const parsed = session.safeParse(found);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.');
  throw new UnexpectedAnswerError(url, `with a session whose ${field} is not as it should be`, parsed.error);
}

/** Seconds before its end at which a token is renewed rather than sent. */
const MARGIN_SECONDS = 30;

/** True when the token has ended, or will before a request with it arrives. An unreadable date counts as ended. */
export function isStale(expiresAt: string, now: Date): boolean {
  return !(Date.parse(expiresAt) - now.getTime() > MARGIN_SECONDS * 1000);
}
