import { Program } from '../../program/program.entity.js';
import { programNotFound } from '../../program/require-program.js';
import { programPath } from '../answers/path.js';
import { fileRoute } from '../define-route.js';
import { openStored } from '../files/file-answer.js';

const TAR = 'application/x-tar';

export const downloadProgram = fileRoute(
  {
    id: 'downloadProgram',
    method: 'GET',
    path: '/program/{program_id}',
    summary: "Returns the program's code: the archive as it was uploaded.",
    operation: 'program',
    changes: false,
    errors: ['PROGRAM_NOT_FOUND'],
  },
  { params: programPath, file: TAR },
  async ({ ctx, params }) => {
    const program = await ctx.em.findOne(Program, params.program_id);
    if (program === null) throw programNotFound();
    const stored = await openStored(ctx.files, program.archiveSha256, 'PROGRAM_NOT_FOUND');
    return { ...stored, filename: `${program.name}.tar`, contentType: TAR };
  },
);
