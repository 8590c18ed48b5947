import { LEASE_SECONDS } from '@cairn/shared-schema';
import { z } from 'zod';
import { uploadProgram } from '../../program/upload-program.js';
import { uploadRoute } from '../define-route.js';

export const uploadProgramArchive = uploadRoute(
  {
    method: 'POST',
    path: '/program/upload',
    summary: 'Publishes a program.',
    access: 'programs:write',
    changes: true,
  },
  {
    form: z.object({
      name: z.string().describe("Program's name"),
      description: z.string().describe("Program's description"),
      execution_timeout: z
        .int()
        .min(LEASE_SECONDS.min)
        .max(LEASE_SECONDS.max)
        .describe('Seconds that a reservation lasts'),
    }),
    answer: z.object({ program_id: z.string().describe('Id of the uploaded program') }),
  },
  { what: 'The program archive', maxBytes: (ctx) => ctx.config.limits.archiveBytes },
  async ({ ctx }, data, archive) => {
    const { name, description, execution_timeout: leaseSeconds } = data;
    const program = await uploadProgram(ctx, { name, description, leaseSeconds, archive });
    return { program_id: program.id };
  },
);
