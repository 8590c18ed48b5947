import { programPath } from '../answers/path.js';
import { fileRoute } from '../define-route.js';
import { openStored } from '../files/file-answer.js';
import { tarOfFiles } from '../files/tar-of-files.js';
import { reservationHeaders, reserveOverRest } from '../reserve-over-rest.js';

const CSV = 'text/csv; charset=utf-8';
const TAR = 'application/x-tar';

export const reserveInputs = fileRoute(
  {
    method: 'GET',
    path: '/program/inputs/{program_id}',
    summary:
      'Reserves an input group (EXECUTE_AND_PROVE) and returns its file; the headers carry the reservation.',
    access: 'public',
    changes: true,
  },
  { params: programPath, file: CSV },
  async ({ ctx, params, onBrokenOff }) =>
    reserveOverRest(ctx, params.program_id, onBrokenOff, async (reservation) => ({
      ...(await openStored(ctx.files, reservation.inputGroup.inputSha256, 'INPUT_GROUP_NOT_FOUND')),
      filename: `${reservation.inputGroup.name}.csv`,
      contentType: CSV,
      headers: reservationHeaders(reservation),
    })),
);

export const reserveProgramAndInputs = fileRoute(
  {
    method: 'GET',
    path: '/program/program-and-inputs/{program_id}',
    summary: 'The same, with the program: a .tar of program.tar and input.csv.',
    access: 'public',
    changes: true,
  },
  { params: programPath, file: TAR },
  async ({ ctx, params, onBrokenOff }) =>
    reserveOverRest(ctx, params.program_id, onBrokenOff, async (reservation) => {
      const { inputGroup } = reservation;
      const { program } = inputGroup;
      const input = await openStored(ctx.files, inputGroup.inputSha256, 'INPUT_GROUP_NOT_FOUND');
      const archive = await openStored(ctx.files, program.archiveSha256, 'PROGRAM_NOT_FOUND');
      const members = [
        { name: 'program.tar', ...archive },
        { name: 'input.csv', ...input },
      ];
      return {
        ...tarOfFiles(members, inputGroup.createdAt),
        filename: `${program.name}.tar`,
        contentType: TAR,
        headers: reservationHeaders(reservation),
      };
    }),
);
