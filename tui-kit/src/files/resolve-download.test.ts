import { serverAddress } from '../graphql/server-address.js';
import { resolveDownload } from './resolve-download.js';

const address = serverAddress('http://127.0.0.1:8080/cairn');

test.each([
  ['/files/a?sig=1', 'http://127.0.0.1:8080/cairn/files/a?sig=1'],
  ['files/a', 'http://127.0.0.1:8080/cairn/files/a'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  ['https://bucket.example.org/a', 'https://bucket.example.org/a'],
])('resolves %s', (url, expected) => {
  expect(resolveDownload(url, address).href).toBe(expected);
});

test.each([
  'http://127.0.0.1:9090/x',
  'http://169.254.169.254/latest',
  '//169.254.169.254/latest',
  'file:///etc/passwd',
  'data:text/plain,x',
  'https://user:pw@example.org/',
  'http://[',
])('refuses %s', (url) => {
  expect(() => resolveDownload(url, address)).toThrow('neither its own nor https');
});
