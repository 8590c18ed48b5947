import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { readableLog } from './open-log.js';

it('writes lines that a person can read', async () => {
  const out = new PassThrough();
  const log = readableLog('info', out);
  log.info({ method: 'GET', status: 200 }, 'request');
  log.debug('not asked for');
  out.end();
  const line = await text(out);
  expect(line).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: request \{"method":"GET","status":200\}\n$/);
});
