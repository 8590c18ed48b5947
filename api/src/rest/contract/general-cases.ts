import type { ErrorCode } from '@cairn/shared-schema';
import type { RestRoute } from '../rest-route.js';
import { RestClient } from '../test/rest-client.js';
import type { ContractCases, Send } from './contract-case.js';

/** Longer than a body may be that is no upload. */
const LARGE = JSON.stringify('x'.repeat(70_000));

/** The errors that come with a route's kind: the request that goes well, from somebody else or with something broken. */
export function generalCases(route: RestRoute, { success }: ContractCases): Partial<Record<ErrorCode, Send>> {
  const sentBy = (client: (as: RestClient) => RestClient): Send => {
    return (as, world) => success(client(as), world);
  };
  return {
    INVALID_TOKEN: sentBy(({ base }) => new RestClient(base)),
    BAD_BASE_64_ENCODING: sentBy(({ base }) => new RestClient(base, 'a!.b.c')),
    FORBIDDEN: sentBy(
      ({ base, token }) => new RestClient(base, token, { origin: 'https://other-site.example' }),
    ),
    INVALID_REQUEST: (as) => as.raw(route.method, invalidUrl(route), invalidBody(route)),
    FILE_TOO_LARGE: (as) => as.raw(route.method, fill(route, 'x'), json(LARGE)),
  };
}

/** An id that is too long, or a page that cannot be. */
function invalidUrl(route: RestRoute): string {
  return route.schemas.query === undefined ? fill(route, 'x'.repeat(65)) : `${fill(route, 'x')}?limit=0`;
}

function invalidBody({ method }: RestRoute): RequestInit {
  return method === 'GET' ? {} : json('{');
}

function json(body: string): RequestInit {
  return { body, headers: { 'content-type': 'application/json' } };
}

function fill({ path }: RestRoute, id: string): string {
  return path.replace(/\{\w+\}/gu, id);
}
