import { DomainError } from '@cairn/shared-schema';

/** INPUT_GROUP_NOT_FOUND: there never was one of this id, or it has been deleted. */
export function inputGroupNotFound(): DomainError {
  return notFound('No input group has this id.', 'Use the id from the reservation, or one of a list.');
}

/** INPUT_GROUP_NOT_FOUND: the caller has none of this id. */
export function ownInputGroupNotFound(id: string): DomainError {
  const found = JSON.stringify(id.slice(0, 64));
  return notFound(`You have no input group with the id ${found}; nothing was changed.`, LIST);
}

/** INPUT_GROUP_NOT_FOUND: it is not one of this program. */
export function inputGroupNotInProgram(): DomainError {
  return notFound('The program has no input group with this id.', LIST);
}

const LIST = 'List the input groups of the program, and use the id that stands there.';

function notFound(message: string, help: string): DomainError {
  return new DomainError('INPUT_GROUP_NOT_FOUND', message, { help });
}
