import type { Desk } from '../desk/desk.js';
import type { ProgramRow } from './program-columns.js';

/** Goes to the input groups of a program. */
export function toInputs(desk: Desk, { program }: ProgramRow): void {
  desk.program.set(program.id);
  desk.page.set('Inputs');
}
