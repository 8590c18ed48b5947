import { UsageError } from '../errors/usage-error.js';
import { explainFetchFailure } from './explain-fetch-failure.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`it says ${code}`), { code });
}

test.each([
  ['ECONNREFUSED', 'connection refused'],
  ['ENOTFOUND', 'no such host'],
  ['ECONNRESET', 'the connection was closed'],
  ['E_NEW', 'it says E_NEW'],
])('says in words what %s is', (code, words) => {
  const error = explainFetchFailure(new TypeError('fetch failed', { cause: systemError(code) }), 'http://a');
  expect(error.message).toBe(`cannot reach the server at http://a (${words})`);
});

test('looks into all addresses that were tried', () => {
  const tried = new AggregateError([systemError('ECONNREFUSED'), systemError('ENETUNREACH')]);
  const error = explainFetchFailure(new TypeError('fetch failed', { cause: tried }), 'http://a');
  expect(error.message).toContain('(connection refused)');
});

test('finds an error of our own under that of the request', () => {
  const own = new UsageError('cannot read the file');
  expect(explainFetchFailure(new TypeError('fetch failed', { cause: own }), 'http://a')).toBe(own);
});

test('does not run in circles', () => {
  const circle = new Error('round');
  circle.cause = circle;
  expect(explainFetchFailure(circle, 'http://a').message).toContain('(round)');
});
