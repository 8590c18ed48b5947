import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Only ever added to: each entry takes the database from one version to the next. */
const MIGRATIONS = [
  `create table work (
     client_key text primary key,
     server_url text not null,
     piece text not null,
     begun_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ')),
     finished_at text,
     outcome text
   ) strict;
   create index unfinished_work on work (begun_at) where finished_at is null;
   create table given_up (
     server_url text not null,
     subject text not null,
     id text not null,
     facts text not null,
     at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ')),
     primary key (server_url, subject, id)
   ) strict;`,
  `create table favourite (
     server_url text not null,
     program_id text not null,
     primary key (server_url, program_id)
   ) strict;`,
  // Whom to work for is a setting, which has taken over what was here.
  'drop table favourite',
];

/** Where the database lies. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'donor.db');
}

/**
 * Opens the donor's own database, and brings it up to date.
 * @throws Error when it was written by a newer version
 */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  makePrivate(file);
  const database = new DatabaseSync(file);
  // `full`: what was saved before a request is there after a power cut.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  const version = Number(database.prepare('pragma user_version').get()?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    database.close();
    throw new Error(`the donor's database in ${dataDir} was written by a newer version of cairn-donor`);
  }
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index >= version) database.exec(`begin; ${migration}; pragma user_version = ${index + 1}; commit`);
  }
  return database;
}

/** It holds the tokens of reservations: only its owner may read it, whatever the folder allows. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
}
