import { DESCRIPTION_RULE, LEASE_SECONDS, NAME_RULE } from '@cairn/shared-schema';
import { Field, ID, InputType, Int } from 'type-graphql';
import { describedLength } from '../graphql/described-length.js';
import { UploadScalar, type UploadValue } from '../graphql/upload.scalar.js';
import { PROGRAM_ARCHIVE_FORMAT } from './program-archive-format.js';

const LEASE_LENGTH = `${LEASE_SECONDS.min} s to ${LEASE_SECONDS.max / 86_400} days (${LEASE_SECONDS.max} s)`;

@InputType({ description: 'A program to publish.' })
export class UploadProgramInput {
  @Field(() => String, {
    description: `${describedLength(NAME_RULE)}, unique within the organization without case.`,
  })
  name!: string;

  @Field(() => String, {
    description: `What the program computes; may be empty, ${describedLength(DESCRIPTION_RULE)}.`,
  })
  description!: string;

  @Field(() => Int, { description: `How long a reservation lasts: ${LEASE_LENGTH}.` })
  leaseSeconds!: number;

  @Field(() => UploadScalar, {
    description: `${PROGRAM_ARCHIVE_FORMAT}.`,
  })
  archive!: UploadValue;
}

@InputType({ description: 'What is to be changed of a published program; what is left out stays.' })
export class UpdateProgramInput {
  @Field(() => ID, { description: 'One of your own programs.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: `At most ${DESCRIPTION_RULE.max} characters; may be empty.`,
  })
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `${LEASE_LENGTH}, for reservations that are made from now on: those that are held keep their own lease, also when they are renewed.`,
  })
  leaseSeconds?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "At most 64 KiB, in place of the archive's README; empty for none.",
  })
  readme?: string | null;
}
