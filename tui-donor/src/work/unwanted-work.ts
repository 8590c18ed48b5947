import { blockedPart, isAmong, type Selection } from '../selection/selection.js';
import type { ReservedPiece, WorkRequest } from './piece-of-work.js';

/** Why this donor does not work for whom a piece of work is. */
export interface Unwanted {
  readonly code: 'BLOCKED' | 'NOT_ASKED_FOR' | 'NOT_PREFERRED';
  readonly why: string;
}

type Handed = Pick<ReservedPiece, 'request' | 'reservation'>;

/**
 * Compares a piece of work with whom the donor works for, at any time: a server may hand out, or make of a reservation, what
 * nobody asked for; and somebody may be blocked while the work is under way.
 * @returns undefined where it may go on
 */
export function unwantedWork({ request, reservation }: Handed, selection: Selection): Unwanted | undefined {
  const { program } = reservation.inputGroup;
  const blocked = blockedPart(selection, program);
  if (blocked !== undefined) return { code: 'BLOCKED', why: `you have blocked ${nameOf(blocked, program)}` };
  const handedOut = otherThanAsked(request, reservation);
  if (handedOut === undefined) return undefined;
  return { code: 'NOT_ASKED_FOR', why: `the server handed out ${handedOut}` };
}

/**
 * Compares a piece that is not begun with the list of those who are preferred, where nobody else is worked for. Who was asked
 * for by name is wanted.
 */
export function notPreferred(
  { request, reservation }: Handed,
  { preferred, onlyPreferred }: Selection,
): Unwanted | undefined {
  const isNamed = request.programId !== undefined || request.organizationId !== undefined;
  if (!onlyPreferred || isNamed || isAmong(preferred, reservation.inputGroup.program)) return undefined;
  return { code: 'NOT_PREFERRED', why: 'you work for nobody but whom you prefer' };
}

type Program = Handed['reservation']['inputGroup']['program'];

function otherThanAsked(
  request: WorkRequest,
  { kind, inputGroup }: Handed['reservation'],
): string | undefined {
  const { program } = inputGroup;
  if (request.kind !== kind) return `work of the kind ${kind}, and ${request.kind} was asked for`;
  for (const part of ['program', 'organization'] as const) {
    const asked = request[`${part}Id`];
    const found = part === 'program' ? program : program.organization;
    if (asked !== undefined && asked !== found.id)
      return `work for ${nameOf(part, program)}, and ${part}:${asked} was asked for`;
  }
  return undefined;
}

function nameOf(part: 'program' | 'organization', program: Program): string {
  const { id, name } = part === 'program' ? program : program.organization;
  return `the ${part} ${name} (${part}:${id})`;
}
