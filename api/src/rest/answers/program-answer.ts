import { LEASE_SECONDS } from '@cairn/shared-schema';
import { z } from 'zod';
import type { Program } from '../../program/program.entity.js';
import { totalElements } from './page.js';

const programAnswer = z
  .object({
    organization_id: z.string().describe("Program's owner organization id"),
    program_id: z.string().describe("Program's id"),
    name: z.string().describe("Program's name"),
    description: z.string().describe("Program's description"),
    input_lock_timeout: z
      .int()
      .min(LEASE_SECONDS.min)
      .max(LEASE_SECONDS.max)
      .describe('Seconds until a reservation is considered as dropped'),
  })
  .meta({ id: 'Program' });

/** One page of programs. */
export const programsAnswer = z.object({
  programs: z.array(programAnswer),
  total_elements_amount: totalElements,
});

export function toProgramsAnswer([programs, total]: [Program[], number]): z.infer<typeof programsAnswer> {
  return { programs: programs.map(toProgramAnswer), total_elements_amount: total };
}

function toProgramAnswer(program: Program): z.infer<typeof programAnswer> {
  return {
    organization_id: program.organization.id,
    program_id: program.id,
    name: program.name,
    description: program.description,
    input_lock_timeout: program.leaseSeconds,
  };
}
