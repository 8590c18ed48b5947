import { InterruptedError, UsageError } from '@cairn/tui-kit';
import { readLine, type Terminal } from '../cli/terminal.js';
import { NOTHING_TYPED, typeHidden } from './hidden-typing.js';

export interface PasswordSources {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
  /** `--password-stdin`: the first line of standard input. */
  readonly fromStdin?: boolean | undefined;
  /** Ask twice, for a password that is new. */
  readonly repeat?: boolean;
  /** Another password for an account that has one: from CAIRN_NEW_PASSWORD. */
  readonly isNew?: boolean;
}

const MAX_CHARACTERS = 1024;

/**
 * The password, from standard input, from CAIRN_PASSWORD or from the keyboard without echo; never from the arguments,
 * which other users of the machine can read.
 * @throws UsageError where there is none, or where the two that were typed differ
 */
export async function readPassword(sources: PasswordSources): Promise<string> {
  const password = await find(sources);
  if (password === '') throw new UsageError('the password is empty', { expected: 'at least 8 characters' });
  if ([...password].length > MAX_CHARACTERS) {
    throw new UsageError('the password is too long', { expected: `at most ${MAX_CHARACTERS} characters` });
  }
  return password;
}

async function find({ terminal, env, fromStdin, repeat, isNew = false }: PasswordSources): Promise<string> {
  const variable = isNew ? 'CAIRN_NEW_PASSWORD' : 'CAIRN_PASSWORD';
  if (fromStdin) return readLine(terminal, '', 2 * MAX_CHARACTERS);
  const given = env[variable];
  if (given !== undefined) return given;
  if (!terminal.interactive) {
    throw new UsageError('there is no password, and no terminal to ask for it', {
      expected: `${variable} in the environment${isNew ? '' : ', or --password-stdin'}`,
      ...(isNew
        ? {}
        : { help: 'for example: `cairn-org login --username U --password-stdin < password.txt`' }),
    });
  }
  const prompt = isNew ? 'New password: ' : 'Password: ';
  const [password = '', again] = await askHidden(terminal, repeat ? [prompt, 'Again: '] : [prompt]);
  if (repeat && password !== again) {
    throw new UsageError('the two passwords differ', { help: 'try again; nothing was sent' });
  }
  return password;
}

/** Asks one thing after the other; what is typed is not shown. @throws InterruptedError on Ctrl-C */
async function askHidden(terminal: Terminal, prompts: readonly string[]): Promise<readonly string[]> {
  const { questions } = terminal;
  let typing = NOTHING_TYPED;
  for await (const piece of terminal.typed({ hidden: true, prompt: prompts[0] ?? '' })) {
    const asked = typing.answers.length + 1;
    typing = typeHidden(typing, piece);
    if (typing.cancelled) break;
    for (const prompt of prompts.slice(asked, typing.answers.length + 1)) questions.write(`\n${prompt}`);
    if (typing.answers.length >= prompts.length) break;
  }
  questions.write('\n');
  if (typing.answers.length < prompts.length) throw new InterruptedError('SIGINT');
  return typing.answers;
}
