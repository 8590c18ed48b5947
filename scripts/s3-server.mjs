/**
 * A store that speaks S3's protocol and checks signatures, for the tests. It is built once, into the cache folder.
 *   npm run s3-server                    on 127.0.0.1:9000, where the tests look for it, until Ctrl-C
 *   npm run s3-server -- COMMAND…        on a free port beside a command, which finds it in CAIRN_TEST_S3
 */
import { cacheFolder } from './lib/cache-folder.mjs';
import { Failure } from './lib/failure.mjs';
import { buildServer } from './s3-server/build-server.mjs';
import { runBeside } from './s3-server/run-beside.mjs';
import { startServer } from './s3-server/start-server.mjs';

const PORT = 9000;

/** @param {string} line */
const say = (line) => console.error(`s3-server ${line}`);

/**
 * Without the server the command still says what else is wrong; the tests that need it tell that it is missing.
 * @param {number} port
 * @param {AbortSignal} signal
 */
async function start(port, signal) {
  try {
    const server = await startServer(await buildServer(cacheFolder(), say, signal), port);
    say(`listens on ${server.address}`);
    return server;
  } catch (error) {
    say(error instanceof Failure ? error.message : String(error));
    process.exitCode = 1;
    return undefined;
  }
}

const command = process.argv.slice(2);
const stop = new AbortController();
const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => stop.abort(signal));

const server = await start(command.length === 0 ? PORT : 0, stop.signal);
if (command.length > 0) process.exitCode = await runBeside(command, server?.url, stop.signal);
else if (server !== undefined) await Promise.race([stopped, server.ended]);
await server?.stop();
