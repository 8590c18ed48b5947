import { DESCRIPTION_RULE, LEASE_SECONDS, NAME_RULE } from '@cairn/shared-schema';
import { z } from 'zod';
import { PROGRAM_ARCHIVE_FORMAT } from '../../program/program-archive-format.js';
import { uploadProgram } from '../../program/upload-program.js';
import { ruledText } from '../answers/text.js';
import { uploadRoute } from '../define-route.js';

export const uploadProgramArchive = uploadRoute(
  {
    id: 'uploadProgram',
    method: 'POST',
    path: '/program/upload',
    summary: 'Publishes a program.',
    operation: 'uploadProgram',
    changes: true,
    errors: ['PROGRAM_NAME_TAKEN', 'PROGRAM_INVALID'],
  },
  {
    form: z.object({
      name: ruledText(NAME_RULE, "Program's name; unique within the organization, without case"),
      description: ruledText(DESCRIPTION_RULE, "Program's description"),
      execution_timeout: z
        .int()
        .min(LEASE_SECONDS.min)
        .max(LEASE_SECONDS.max)
        .describe('Seconds that a reservation lasts'),
    }),
    answer: z.object({ program_id: z.string().describe('Id of the uploaded program') }),
  },
  {
    what: 'The program archive',
    contentType: 'application/x-tar',
    description: PROGRAM_ARCHIVE_FORMAT,
    maxBytes: (ctx) => ctx.config.limits.archiveBytes,
  },
  async ({ ctx }, data, archive) => {
    const { name, description, execution_timeout: leaseSeconds } = data;
    const program = await uploadProgram(ctx, { name, description, leaseSeconds, archive });
    return { program_id: program.id };
  },
);
