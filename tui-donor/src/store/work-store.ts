import type { DatabaseSync } from 'node:sqlite';
import type { Outcome, PieceOfWork } from '../work/piece-of-work.js';
import type { GivenUp } from './given-up.js';

/** A piece of work that has ended. */
export interface FinishedWork {
  readonly piece: PieceOfWork;
  readonly outcome: Outcome;
  /** ISO 8601. */
  readonly beganAt: string;
  readonly finishedAt: string;
}

/** The donor's memory: what it is working on, what it has done, and what it has given up. */
export class WorkStore {
  constructor(
    private readonly database: DatabaseSync,
    private readonly serverUrl: string,
    /** Told how a piece of work ended, when that has been noted. */
    private readonly onFinished: (outcome: Outcome) => void = () => {},
  ) {}

  /** Saves a piece of work as it stands. When this returns, it is on disk. */
  save<Piece extends PieceOfWork>(piece: Piece): Piece {
    this.database
      .prepare(
        `insert into work (client_key, server_url, piece) values (?, ?, ?)
         on conflict (client_key) do update set piece = excluded.piece`,
      )
      .run(piece.clientKey, piece.serverUrl, JSON.stringify(piece));
    return piece;
  }

  /** Unfinished work for this server, the oldest first. */
  unfinished(): PieceOfWork[] {
    const rows = this.database
      .prepare('select piece from work where finished_at is null and server_url = ? order by begun_at')
      .all(this.serverUrl);
    return rows.map((row) => JSON.parse(String(row.piece)) as PieceOfWork);
  }

  /** The keys of all unfinished work, whatever the server. */
  unfinishedKeys(): Set<string> {
    const rows = this.database.prepare('select client_key from work where finished_at is null').all();
    return new Set(rows.map((row) => String(row.client_key)));
  }

  /** Servers, other than this one, for which there is unfinished work, with the number of pieces. */
  unfinishedElsewhere(): { serverUrl: string; pieces: number }[] {
    const rows = this.database
      .prepare(
        `select server_url, count(*) as pieces from work
         where finished_at is null and server_url <> ? group by server_url order by server_url`,
      )
      .all(this.serverUrl);
    return rows.map((row) => ({ serverUrl: String(row.server_url), pieces: Number(row.pieces) }));
  }

  /** Notes how a piece of work ended; it is not looked at again. */
  finish(clientKey: string, outcome: Outcome): void {
    this.database
      .prepare(
        `update work set outcome = ?, finished_at = strftime('%Y-%m-%dT%H:%M:%fZ') where client_key = ?`,
      )
      .run(outcome, clientKey);
    this.onFinished(outcome);
  }

  /** Work for this server that has ended, the newest first, and at most so many pieces. */
  finished(most: number): FinishedWork[] {
    const rows = this.database
      .prepare(
        `select piece, outcome, begun_at, finished_at from work
         where finished_at is not null and server_url = ? order by finished_at desc, client_key limit ?`,
      )
      .all(this.serverUrl, most);
    return rows.map((row) => ({
      piece: JSON.parse(String(row.piece)) as PieceOfWork,
      outcome: String(row.outcome) as Outcome,
      beganAt: String(row.begun_at),
      finishedAt: String(row.finished_at),
    }));
  }

  /** Forgets a request for work that brought nothing. */
  forget(clientKey: string): void {
    this.database.prepare('delete from work where client_key = ?').run(clientKey);
  }

  giveUp(given: GivenUp): void {
    this.database
      .prepare('insert or replace into given_up (server_url, subject, id, facts) values (?, ?, ?, ?)')
      .run(this.serverUrl, given.subject, given.id, JSON.stringify(given));
  }

  /** Everything that was given up at this server. */
  givenUp(): GivenUp[] {
    const rows = this.database.prepare('select facts from given_up where server_url = ?').all(this.serverUrl);
    return rows.map((row) => JSON.parse(String(row.facts)) as GivenUp);
  }

  /** Lets everything that was given up at this server be tried again. */
  forgetGivenUp(): void {
    this.database.prepare('delete from given_up where server_url = ?').run(this.serverUrl);
  }

  close(): void {
    this.database.close();
  }
}
