import { DomainError } from '@cairn/shared-schema';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a request that a browser sends on behalf of another site's page, or ahead of a visit: neither may reserve or
 * change anything. Programs that are no browsers send none of these headers.
 * @param allowed - origins whose pages may: a browser has asked us before it lets them.
 * @throws DomainError FORBIDDEN
 */
export function refuseCrossSite(request: FastifyRequest, allowed: readonly string[] = []): void {
  const { 'sec-fetch-site': site, origin, host } = request.headers;
  if (origin !== undefined && allowed.includes(origin)) return;
  const prefetch = request.headers['sec-purpose'] ?? request.headers.purpose;
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw refused(`sec-fetch-site: ${String(site)}`);
  if (origin !== undefined && !isOwnOrigin(origin, host)) throw refused(`origin: ${origin}`);
  if (prefetch !== undefined) throw refused('a prefetch');
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

function refused(found: string): DomainError {
  const shown = found.slice(0, 200);
  return new DomainError('FORBIDDEN', `Requests from pages of other sites are refused: found ${shown}.`, {
    help: 'Call this from a program, or open it directly.',
    details: { found: shown },
  });
}
