import { setImmediate as turn } from 'node:timers/promises';
import { uploadSource } from './upload.scalar.js';

it('lets an operation end before it asks for a file that does not come', async () => {
  const source = uploadSource(Promise.reject(new Error('gone')));
  // Node tells of a rejection that nobody has taken after a turn, and ends the process.
  await turn();
  await turn();
  await expect(source).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});
