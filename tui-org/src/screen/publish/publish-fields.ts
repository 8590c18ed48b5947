import { DESCRIPTION_RULE, validateName, validateText } from '@cairn/shared-schema';
import type { Field } from '@cairn/tui-kit/screen';
import { parseLease } from '../../programs/lease.js';
import { problemIn } from '../problem-of.js';

/** The questions before a program is published. */
export function publishFields(before: {
  readonly name: string;
  readonly description: string;
  readonly lease: string;
}): readonly Field[] {
  return [
    {
      name: 'name',
      label: 'Name',
      initial: before.name,
      help: "The program's public name; no two of yours may have one name.",
      check: problemIn((value) => validateName(value, 'the name')),
    },
    {
      name: 'description',
      label: 'Description',
      initial: before.description,
      help: 'What it computes, for donors. It may be left empty.',
      check: problemIn((value) => validateText(value, 'the description', DESCRIPTION_RULE)),
    },
    {
      name: 'lease',
      label: 'Lease',
      initial: before.lease,
      help: 'How long a donor may hold an input group without a sign of life: 60s to 30d.',
      check: problemIn((value) => parseLease(value, 'the lease')),
    },
  ];
}
