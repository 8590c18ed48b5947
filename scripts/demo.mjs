/**
 * The whole line on one command: a server, an organization and two donors, with the real prover, in a temporary folder.
 * With DEMO_KILL=1 the proving donor is killed in the middle of a proof and started again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from './demo/api.mjs';
import { Children } from './demo/children.mjs';
import { donate } from './demo/donors.mjs';
import { Organization } from './demo/organization.mjs';
import { Story } from './demo/story.mjs';
import { summarize } from './demo/summary.mjs';

/** @typedef {{ folder: string, server: string, children: Children, story: Story, killOnce: boolean }} Demo */

/** @param {Children} children @param {string} folder @returns {Promise<boolean>} whether all came out as it must */
async function play(children, folder) {
  const story = new Story();
  const killOnce = process.env.DEMO_KILL === '1';
  story.chapter('A server, an organization, a program');
  const server = await serveDemo(children, folder, story);
  /** @type {Demo} */
  const demo = { folder, server, children, story, killOnce };
  const organization = new Organization(demo);
  await organization.register();
  await organization.publish();
  const groups = await organization.addInputs();

  story.chapter('Two donors');
  const work = await donate(demo, groups.length);

  story.chapter('The organization trusts nobody');
  await organization.verify();
  await organization.confirm();
  const [states, results, picture] = await organization.results();

  story.chapter('What came out');
  return summarize({ groups: states, results, picture, work, seconds: story.seconds, killed: killOnce });
}

const children = new Children();
const folder = await mkdtemp(join(tmpdir(), 'cairn-demo-'));
let interrupted = 0;
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => {
    interrupted = code;
    void children.endAll();
  });
}
try {
  process.exitCode = (await play(children, folder)) ? 0 : 1;
} catch (error) {
  console.error(
    interrupted ? 'interrupted' : `\nerror: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = interrupted || 1;
} finally {
  await children.endAll();
  await rm(folder, { recursive: true, force: true });
}
