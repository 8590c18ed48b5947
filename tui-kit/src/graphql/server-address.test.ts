import { serverAddress } from './server-address.js';

test('finds the doors of a server', () => {
  const address = serverAddress(' https://example.org/cairn ');
  expect(address.url).toBe('https://example.org/cairn');
  expect(address.graphqlUrl.href).toBe('https://example.org/cairn/graphql');
  expect(address.subscriptionUrl.href).toBe('wss://example.org/cairn/graphql');
  expect(serverAddress('http://127.0.0.1:8080/').url).toBe('http://127.0.0.1:8080');
});

test.each(['localhost:8080', 'ftp://example.org', '', 'http://', 'http://a?b=c', 'http://a/#b'])(
  'refuses %j',
  (text) => {
    expect(() => serverAddress(text)).toThrow("the server's address is");
  },
);

test('refuses a password in the address, and does not repeat it', () => {
  expect(() => serverAddress('http://me:hunter2@example.org')).toThrow(/^(?!.*hunter2)/u);
});
