import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dryRun } from '@cairn/prover';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { tempFolder } from '../test/temp-folder.js';
import { RestClient } from './test/rest-client.js';
import { startRestServer } from './test/rest-server.js';

it('gives a template that can be uploaded as it is, with an input group that it runs on', async () => {
  await using folder = await tempFolder();
  const server = await startRestServer();
  const ada = await new RestClient(server.base).loggedIn('ada');
  const answer = await ada.raw('GET', '/program/template');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="my_program.tar"');
  const archive = Buffer.from(await answer.arrayBuffer());
  expect(Number(answer.headers.get('content-length'))).toBe(archive.length);

  const data = { name: 'From the template', description: '', execution_timeout: 600 };
  const uploaded = await ada.upload('/program/upload', archive, data);
  const { program_id: programId } = uploaded.envelope.data as { program_id: string };
  writeFileSync(join(folder.path, 'template.tar'), archive);
  execFileSync('tar', ['-C', folder.path, '-xf', join(folder.path, 'template.tar')]);
  const input = join(folder.path, 'my_program/inputs/first.csv');
  const added = await ada.upload(`/program/inputs/${programId}`, readFileSync(input), { name: 'first' });
  expect([uploaded.status, added.status]).toEqual([200, 200]);

  const { database, files } = server.app.server;
  const em = database.em.fork();
  const program = await em.findOneOrFail(Program, programId);
  const group = await em.findOneOrFail(InputGroup, { program: programId });
  const executable = (await files.localCopy(program.executableSha256))?.path ?? '';
  const { output, steps } = await dryRun({ executable, input, calldata: 'array' });
  // Five values, whose sum is 18.
  expect(output).toEqual([group.inputCommitment, '0x5', '0x12']);
  expect(steps).toBeLessThan(program.expectedSteps ?? 0);
  await server.stop();
});
