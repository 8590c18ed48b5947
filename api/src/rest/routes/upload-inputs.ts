import { NAME_RULE, validateName } from '@cairn/shared-schema';
import { z } from 'zod';
import { INPUT_FILE_FORMAT } from '../../input-group/input-file-format.js';
import { uploadInputGroups } from '../../input-group/upload-input-groups.js';
import { programPath } from '../answers/path.js';
import { ruledText } from '../answers/text.js';
import { uploadRoute } from '../define-route.js';

export const uploadInputGroup = uploadRoute(
  {
    id: 'uploadInputGroup',
    method: 'POST',
    path: '/program/inputs/{program_id}',
    summary: 'Adds an input group to a program.',
    operation: 'uploadInputGroups',
    changes: true,
    errors: ['PROGRAM_NOT_FOUND'],
  },
  {
    params: programPath,
    form: z.object({ name: ruledText(NAME_RULE, "Input group's name") }),
    answer: z.object({ input_group_id: z.string().describe('Id of the uploaded input group') }),
  },
  {
    what: 'The input group',
    contentType: 'text/csv',
    description: INPUT_FILE_FORMAT,
    maxBytes: (ctx) => ctx.config.limits.inputBytes,
  },
  async ({ ctx, params }, { name }, file) => {
    validateName(name, 'data.name');
    const groups = await uploadInputGroups(ctx, { programId: params.program_id, groups: [{ name, file }] });
    const [group] = groups;
    if (group === undefined) throw new Error('An upload of one input group made none.');
    return { input_group_id: group.id };
  },
);
