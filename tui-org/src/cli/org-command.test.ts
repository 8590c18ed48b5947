import { invalidField } from '@cairn/shared-schema';
import { OrgCommand } from './org-command.js';

function failing(error: unknown, signal = new AbortController().signal): Promise<unknown> {
  const cli = new OrgCommand(signal, 'cli');
  cli.command('fail').action(() => Promise.reject(error));
  return cli.parseAsync(['fail'], { from: 'user' });
}

test('explains an error of another part', async () => {
  await expect(failing(invalidField('name', 'nothing', 'a name'))).rejects.toMatchObject({
    name: 'ClientError',
    code: 'INVALID_REQUEST',
  });
});

test('after an interruption only the interruption counts', async () => {
  const controller = new AbortController();
  controller.abort(new Error('SIGTERM came'));
  await expect(failing(new Error('the child was killed'), controller.signal)).rejects.toThrow('SIGTERM came');
});

test('lets a command that works work', async () => {
  const cli = new OrgCommand(new AbortController().signal, 'cli');
  const done: string[] = [];
  cli.command('work <what>').action((what: string) => void done.push(what));
  await cli.parseAsync(['work', 'hard'], { from: 'user' });
  expect(done).toEqual(['hard']);
});
