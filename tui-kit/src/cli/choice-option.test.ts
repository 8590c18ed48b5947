import { Command } from 'commander';
import { choiceOption } from './choice-option.js';

async function parse(...args: string[]): Promise<Record<string, unknown>> {
  const program = new Command()
    .addOption(choiceOption('--state <state>', 'which', ['SUBMITTED', 'CONFIRMED']))
    .addOption(choiceOption('--event <events...>', 'told of', ['one', 'two']).default(['one', 'two']))
    .action(() => {});
  await program.parseAsync(args, { from: 'user' });
  return program.opts();
}

test('takes a value without regard to case, and gives it as it stands in the list', async () => {
  expect(await parse()).toEqual({ event: ['one', 'two'] });
  for (const written of ['confirmed', 'CONFIRMED', 'Confirmed'])
    expect(await parse('--state', written)).toMatchObject({ state: 'CONFIRMED' });
});

test('takes many where many are allowed, in place of the default', async () => {
  expect(await parse('--event', 'TWO')).toEqual({ event: ['two'] });
  expect(await parse('--event', 'two', 'one')).toEqual({ event: ['two', 'one'] });
  expect(await parse('--event', 'two', '--event=one')).toEqual({ event: ['two', 'one'] });
});

test('names the choices for anything else, and in the help', async () => {
  const refused = { message: '--state is "done"', expected: 'submitted, confirmed', exitCode: 2 };
  await expect(parse('--state', 'done')).rejects.toMatchObject(refused);
  await expect(parse('--event', 'one', 'constructor')).rejects.toMatchObject({
    message: '--event is "constructor"',
    expected: 'one, two',
  });
  const help = new Command()
    .addOption(choiceOption('--state <state>', 'which', ['SUBMITTED']))
    .helpInformation();
  expect(help).toContain('which (choices: "submitted")');
});
