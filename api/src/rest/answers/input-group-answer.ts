import { z } from 'zod';
import type { InputGroup } from '../../input-group/input-group.entity.js';
import { totalElements } from './page.js';

const moment = z.iso.datetime().nullable();

const inputGroupAnswer = z
  .object({
    input_group_id: z.string().describe("Input group's id"),
    program_id: z.string().describe("Program's id"),
    name: z.string().describe("Input group's name"),
    last_reserved: moment.describe('Last time this input group was reserved'),
    proven_datetime: moment.describe('Time when this input group was proven'),
  })
  .meta({ id: 'InputGroup' });

/** One page of input groups. */
export const inputGroupsAnswer = z.object({
  program_input_groups: z.array(inputGroupAnswer),
  total_elements_amount: totalElements,
});

export function toInputGroupsAnswer([groups, total]: [InputGroup[], number]): z.infer<
  typeof inputGroupsAnswer
> {
  return { program_input_groups: groups.map(toInputGroupAnswer), total_elements_amount: total };
}

function toInputGroupAnswer(group: InputGroup): z.infer<typeof inputGroupAnswer> {
  return {
    input_group_id: group.id,
    program_id: group.program.id,
    name: group.name,
    last_reserved: group.lastReservedAt?.toISOString() ?? null,
    proven_datetime: group.provenAt?.toISOString() ?? null,
  };
}
