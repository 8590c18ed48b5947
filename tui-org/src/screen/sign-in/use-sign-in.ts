import { type Field, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import type { Doorkeeper } from './doorkeeper.js';
import { type Answers, differing, logInFields, registerFields } from './sign-in-fields.js';

/** What asks for an account, again and again until one is in or leaves it. */
export function useSignIn(doorkeeper: Doorkeeper): {
  readonly logIn: () => Promise<void>;
  readonly register: () => Promise<void>;
} {
  const overlays = useOverlays();
  const notice = useNotice();
  const ask = async (
    title: string,
    fields: (before: Answers) => readonly Field[],
    send: (answers: Answers) => Promise<string | undefined>,
  ): Promise<void> => {
    let before: Answers = {};
    let problem: string | undefined;
    do {
      const answers = await overlays.ask(title, fields(before), problem);
      if (answers === undefined) return;
      before = answers;
      notice('Asking the server…');
      problem = await send(answers);
    } while (problem !== undefined);
  };
  return {
    logIn: () =>
      ask('Log in', logInFields, ({ username = '', password = '' }) => doorkeeper.logIn(username, password)),
    register: () =>
      ask('Register', registerFields, async (answers) => {
        const { username = '', name = '', description = '', password = '' } = answers;
        return differing(answers) ?? (await doorkeeper.register({ username, name, description, password }));
      }),
  };
}
