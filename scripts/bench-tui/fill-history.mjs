import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../tui-donor/dist/store/open-database.js';
import { WorkStore } from '../../tui-donor/dist/store/work-store.js';
import { reservedPiece } from '../../tui-donor/dist/test/reserved-piece.js';

const MINUTES_BETWEEN = 7;

/**
 * Fills a donor's folder with finished pieces of work, numbered from the newest one on.
 * @param {string} dataDir
 * @param {string} server
 * @param {number} count
 */
export function fillHistory(dataDir, server, count) {
  const database = openDatabase(dataDir);
  const store = new WorkStore(database, server);
  const finishedAt = database.prepare(
    "update work set finished_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?) where client_key = ?",
  );
  database.exec('begin');
  for (let number = 1; number <= count; number += 1) {
    const { clientKey } = store.save(finishedPiece(server, number));
    store.finish(clientKey, 'proven');
    finishedAt.run(`-${number * MINUTES_BETWEEN} minutes`, clientKey);
  }
  database.exec('commit');
  store.close();
}

/**
 * @param {string} serverUrl
 * @param {number} number
 */
function finishedPiece(serverUrl, number) {
  const { reservation, ...piece } = reservedPiece();
  const name = String(number).padStart(5, '0');
  const inputGroup = { ...reservation.inputGroup, id: randomUUID(), name };
  return {
    ...piece,
    serverUrl,
    clientKey: randomUUID(),
    reservation: { ...reservation, inputGroup },
    execution: {
      steps: 1000 * number,
      bytes: 4096,
      sha256: 'c'.repeat(64),
      submission: /** @type {const} */ ('submitted'),
    },
    proof: { seconds: 30 + (number % 60), bytes: 2_000_000 + number, sha256: 'd'.repeat(64) },
  };
}
