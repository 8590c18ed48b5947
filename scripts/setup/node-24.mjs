import { delimiter, join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

/** The version of the `node` that npm scripts of this checkout see. */
async function scriptsNode() {
  const path = [join(repository, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  // Through env, since spawning by name looks in this process's own PATH.
  const { code, stdout } = await run('/usr/bin/env', ['node', '--version'], {
    env: { ...process.env, PATH: path },
  });
  return code === 0 ? stdout.trim() : undefined;
}

/** Whether npm scripts run on Node 24 or newer. */
export async function hasNode24() {
  return Number(/^v(\d+)\./.exec((await scriptsNode()) ?? '')?.[1]) >= 24;
}

/** @throws Failure that says what to do when npm scripts have no Node 24. */
export async function requireNode24() {
  if (await hasNode24()) return;
  throw new Failure(
    `Cairn runs on Node.js 24 or newer. For Linux it comes as a package; for ${process.platform}-${process.arch} it could ` +
      'not be installed that way: get Node.js 24 from https://nodejs.org/ and run the command again.',
  );
}
