import { connect } from 'node:net';

/**
 * Programs that some tests need beside them. Where one is not running its tests are skipped, and `npm test` says so at
 * the end; with CAIRN_REQUIRE_SERVICES=1 they fail instead. A variable says where a service is, if not in its usual place.
 */
export const SERVICES = {
  mysql: { variable: 'CAIRN_TEST_MYSQL', usual: 'mysql://root@127.0.0.1:3306' },
  redis: { variable: 'CAIRN_TEST_REDIS', usual: 'redis://127.0.0.1:6379' },
  s3: { variable: 'CAIRN_TEST_S3', usual: 'http://cairn:cairn-test-secret@127.0.0.1:9000' },
};

const PATIENCE_MS = 2_000;

/**
 * Finds out which services answer. Tests read it from the environment: CAIRN_SERVICES, an object of
 * `{ url, missing }` by name.
 */
export async function findServices() {
  const found = Object.entries(SERVICES).map(async ([name, { variable, usual }]) => {
    const url = process.env[variable] || usual;
    const why = await whyUnreachable(new URL(url));
    const missing =
      why && `${name} does not answer at ${new URL(url).host} (${why}); ${variable} may say where it is`;
    return /** @type {const} */ ([name, { url, missing }]);
  });
  return Object.fromEntries(await Promise.all(found));
}

/**
 * @param {URL} url
 * @returns {Promise<string | undefined>}
 */
function whyUnreachable({ hostname, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: PATIENCE_MS });
    /** @param {string} [why] */
    const end = (why) => {
      socket.destroy();
      resolve(why);
    };
    socket.on('connect', () => end());
    socket.on('timeout', () => end(`no answer within ${PATIENCE_MS} ms`));
    socket.on('error', (error) => end(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message));
  });
}
