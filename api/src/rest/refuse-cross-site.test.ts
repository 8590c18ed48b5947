import type { FastifyRequest } from 'fastify';
import { refuseCrossSite } from './refuse-cross-site.js';

function check(headers: Record<string, string>): () => void {
  return () =>
    refuseCrossSite({ headers: { host: 'cairn.example:8080', ...headers } } as unknown as FastifyRequest);
}

describe('a request that changes something', () => {
  it.each([
    [{}],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://cairn.example:8080' }],
    [{ origin: 'https://CAIRN.example:8080' }],
  ])('with %j is let in', (headers) => {
    expect(check(headers)).not.toThrow();
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://cairn.example:8081' }],
    [{ origin: 'http://cairn.example:8080.evil.example' }],
    [{ origin: 'null' }],
    [{ origin: '' }],
    [{ purpose: 'prefetch' }],
    [{ 'sec-purpose': 'prefetch;prerender' }],
    [{ 'sec-fetch-site': 'none', origin: 'https://evil.example' }],
  ])('with %j is refused', (headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it('without a host is refused when it names an origin', () => {
    const request = { headers: { origin: 'http://a' } } as unknown as FastifyRequest;
    expect(() => refuseCrossSite(request)).toThrow('origin: http://a');
  });
});
