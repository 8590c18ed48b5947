import { requireRow } from '../../context/find-row.js';
import { Program } from '../../program/program.entity.js';
import { programPath } from '../answers/path.js';
import { fileRoute } from '../define-route.js';
import { openStored } from '../files/file-answer.js';
import { tarOfFiles } from '../files/tar-of-files.js';
import { reservationHeaderFields, reservationHeaders, reserveOverRest } from '../reserve-over-rest.js';

const CSV = 'text/csv; charset=utf-8';
const TAR = 'application/x-tar';

const RESERVING =
  'The reservation is for executing and proving; the headers of the answer carry it. It ends by itself after ' +
  '`input_lock_timeout` seconds. A request that breaks off before the whole answer has come reserves nothing. HEAD is ' +
  'answered with 405. INPUT_GROUP_NOT_FOUND: there is nothing to do now.';

export const reserveInputs = fileRoute(
  {
    id: 'reserveInputs',
    method: 'GET',
    path: '/program/inputs/{program_id}',
    summary: 'Reserves an input group and returns its file.',
    description: RESERVING,
    operation: 'reserveInputGroup',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND'],
  },
  { params: programPath, file: CSV, headers: reservationHeaderFields },
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
    id: 'reserveProgramAndInputs',
    method: 'GET',
    path: '/program/program-and-inputs/{program_id}',
    summary: 'Reserves an input group and returns it with the program: a .tar of program.tar and input.csv.',
    description: RESERVING,
    operation: 'reserveInputGroup',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND', 'INPUT_GROUP_NOT_FOUND'],
  },
  { params: programPath, file: TAR, headers: reservationHeaderFields },
  async ({ ctx, params, onBrokenOff }) =>
    reserveOverRest(ctx, params.program_id, onBrokenOff, async (reservation) => {
      const { inputGroup } = reservation;
      const program = await requireRow(ctx, Program, inputGroup.program.id);
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
