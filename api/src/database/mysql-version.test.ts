import { readServerVersion } from './mysql-version.js';

it.each([
  ['8.0.17', 'mysql'],
  ['8.4.0-log', 'mysql'],
  ['9.1.0', 'mysql'],
  ['10.11.19-MariaDB-0+deb12u1', 'mariadb'],
  ['5.5.5-10.6.0-MariaDB', 'mariadb'],
  ['11.4.2-MariaDB', 'mariadb'],
])('knows %s', (version, flavour) => {
  expect(readServerVersion(version)).toBe(flavour);
});

it.each([
  ['8.0.16', 'MySQL 8.0.17'],
  ['5.7.44', 'MySQL 8.0.17'],
  ['10.5.29-MariaDB', 'MariaDB 10.6.0'],
  ['5.5.68-MariaDB', 'MariaDB 10.6.0'],
  ['something', 'MySQL 8.0.17'],
])('refuses %s', (version, expected) => {
  expect(() => readServerVersion(version)).toThrow(
    `The database server is ${version}, expected ${expected} or newer.`,
  );
});
