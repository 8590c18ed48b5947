import { cleanText, useNotice, useOverlays } from '@cairn/tui-kit/screen';
import { deleteProgram, programLoss } from '../../deletion/delete-program.js';
import type { OwnProgram } from '../../programs/find-program.js';
import type { Desk } from '../desk/desk.js';
import { problemOf } from '../problem-of.js';
import { questionLines } from '../question-lines.js';

/** What deletes a program, after it has said what is lost. */
export function useDeleteProgram(desk: Desk): (program: OwnProgram) => Promise<void> {
  const overlays = useOverlays();
  const notice = useNotice();
  return async (program) => {
    const lines = questionLines(programLoss(program));
    const title = 'Delete the program?';
    if (!(await overlays.confirm({ title, lines, yes: 'Delete', danger: true }))) return;
    try {
      await deleteProgram(desk.place.server, program.id);
      notice(`Deleted ${cleanText(program.name)}`);
    } catch (error) {
      notice(cleanText(`✗ ${problemOf(error)}`));
    }
    await desk.programs.refresh();
  };
}
