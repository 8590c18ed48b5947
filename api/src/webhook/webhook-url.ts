import { invalidField } from '@cairn/shared-schema';
import { isLoopbackHost } from './send/address-rules.js';

const MOST_CHARACTERS = 1000;
const EXPECTED = 'an https URL without user, password and #fragment, at most 1000 characters';

/**
 * Checks the URL of a webhook. Where it leads is checked when it is connected to, each time.
 * @param allowPrivate - the server's own network may be told; then http will do on this machine.
 * @throws DomainError INVALID_REQUEST
 */
export function validateWebhookUrl(text: string, allowPrivate: boolean): string {
  if (text.length > MOST_CHARACTERS) throw invalidField('url', `${text.length} characters`, EXPECTED);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw invalidField('url', 'no URL', EXPECTED);
  if (url.username !== '' || url.password !== '') throw invalidField('url', 'a user or a password', EXPECTED);
  if (url.hash !== '') throw invalidField('url', 'a #fragment', EXPECTED);
  if (url.protocol === 'https:') return url.href;
  if (url.protocol === 'http:' && allowPrivate && isLoopbackHost(url.hostname)) return url.href;
  throw invalidField('url', url.protocol, EXPECTED);
}
