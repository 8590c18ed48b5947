import { type Field, useOverlays } from '@cairn/tui-kit/screen';
import { problemOf } from './problem-of.js';
import type { Answers } from './sign-in/sign-in-fields.js';

type Ask = (
  title: string,
  fields: readonly Field[],
  act: (answers: Answers) => Promise<void>,
) => Promise<void>;

/** What asks until it worked or is left. What was typed stays, but for secrets. */
export function useAsking(): Ask {
  const overlays = useOverlays();
  return async (title, fields, act) => {
    let asked = fields;
    for (let problem: string | undefined; ; ) {
      const answers = await overlays.ask(title, asked, problem);
      if (answers === undefined) return;
      try {
        await act(answers);
        return;
      } catch (error) {
        problem = problemOf(error);
      }
      asked = fields.map((field) =>
        field.secret === true ? field : { ...field, initial: answers[field.name] ?? field.initial },
      );
    }
  };
}
